// Knows the paragraph about confidentiality, or about paper, that an office sets under its mails (MAIL.md E49).

/** Longer paragraphs are judged by their beginning. */
const longest = 4_000;
const title =
  /^[\s*_#=-]{0,20}(?:(?:avviso|nota|clausola|informativa|avvertenza|dichiarazione) (?:di |sulla |sul |legale)?(?:riservatezza|privacy)?|disclaimer|confidentiality(?: notice)?|privacy(?: notice)?|confidential(?:e|ity)?|vertraulichkeitshinweis|haftungsausschluss|avis de confidentialité|aviso legal|avertissement)[\s*_#=.:-]{0,20}$/i;
const opensWithTitle =
  /^[\s*_#=-]{0,20}(?:(?:avviso|nota|clausola|informativa) (?:di |sulla )?(?:riservatezza|privacy)|disclaimer|confidentiality|vertraulichkeit|avis de confidentialité|aviso legal)/i;
const aboutPaper =
  /(?:prima di stampare|non stampare|evita di stampare|stampa (?:questa|solo)|rispetta l[’']ambiente|pensa all[’']ambiente|consider the environment|before printing|print this e-?mail|pensez à l[’']environnement|denken sie an die umwelt)/i;
const longestAboutPaper = 400;
const ofThisMessage =
  /(?:(?:il |del |nel |al |the |of )?(?:presente|questo|questa|suddetto|this|diese[rs]?|ce|cette|este|esta) (?:messaggio|e-?mail|mail|comunicazione|trasmissione|documento|message|communication|transmission|nachricht|courriel|courrier|mensaje|correo)|(?:informazioni|contenut[oi]|allegat[oi])[^.]{0,60}(?:messaggio|e-?mail|comunicazione)|contained in th)/i;

/** Each is one thing such paragraphs say; three of them, one of them about the message itself, make one. */
const topics = [
  /riservat|confidenzial|confidential|privileged|vertraulich|confidentiel/i,
  /destinat(?!o a)|addressee|recipient|intended|empfänger|destinataire/i,
  /per errore|erroneamente|in error|by mistake|irrtümlich|par erreur|por error/i,
  /distrugg|elimin|cancella|delet|destroy|vernicht|lösch|détrui|supprim|borr(?:ar|e)/i,
  /divulga|diffusion|diffonder|copia(?:re|tura)|disclos|disseminat|distribution|weitergabe|proibit|vietat|prohibit|strictly/i,
  /esclusiv|unicamente|strettamente personal|solely|ausschließlich|exclusivement/i,
  /196\/2003|2016\/679|gdpr|616 c/i,
];

/** @param paragraph its lines put together */
export function isDisclaimer(paragraph: string): boolean {
  const text = paragraph.slice(0, longest);
  if (aboutPaper.test(text) && text.length <= longestAboutPaper) return true;
  if (title.test(text)) return true;
  const said = topics.filter((topic) => topic.test(text)).length;
  if (opensWithTitle.test(text)) return said >= 2;
  return ofThisMessage.test(text) && said >= 3;
}
