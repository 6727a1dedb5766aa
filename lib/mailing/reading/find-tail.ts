// Finds where what a program or an office appends begins: list footers, "-- " signatures, device lines, disclaimers (MAIL.md E49).

const listRuler = /^_{20,}\s*$/;
const listWords = /mailing list|listinfo|lista di distribuzione|\bmailman\b/i;
const longestFooter = 6;
const signatureMark = /^--\s?$/;
const longestSignature = 25;
const device =
  /^\s*[*_<]?(?:inviato|inviata|spedito|sent|ottieni|get|scaricato|scarica|enviado|gesendet)\s+(?:dal?|dalla|from|con|tramite|via)?\s*(?:il\s+)?(?:mio|mia|my)?\s*(?:iphone|ipad|smartphone|cellulare|telefono|tablet|dispositivo|samsung|huawei|xiaomi|blackberry|android|windows|posta|mail|outlook|yahoo|libero|tiscali|gmail|proton|zimbra|alice|tim|vodafone|virgilio|email\.it)\b.{0,120}$/i;
const disclaimerOpens =
  /^[\s*_-]*(?:(?:avviso|nota|clausola) di riservatezza|le informazioni (?:contenute|trasmesse|riportate)|(?:il presente|questo|il contenuto del presente|il contenuto di questo) (?:messaggio|documento|e-?mail)|(?:la presente|questa) (?:e-?mail|mail|comunicazione)|this (?:message|e-?mail)|avvertenz[ae]|ai sensi (?:e per gli effetti )?d|informativa (?:privacy|ai sensi)|riservatezza|privacy|disclaimer|confidential|prima di stampare|rispetta l['’]ambiente|please consider)/i;
const disclaimerSays =
  /riservat|confidential|destinatari|addressee|recipient|gdpr|2016\/679|196\/2003|per errore|in error|stampar|print/i;
/** However it opens, a paragraph with all of these is one. */
const disclaimerWords = [
  /riservat|confidenzial|confidential/i,
  /esclusiv|unicamente|strettamente|solely|intended/i,
  /destinat|addressee|recipient/i,
  /messaggio|e-?mail|comunicazion|message/i,
];
const longestParagraph = 4_000;

/**
 * @param lines the message without what it repeats
 * @returns the index of the first line of the tail; `lines.length` when there is none
 */
export function findTail(lines: readonly string[]): number {
  let end = filledEnd(lines, lines.length);
  for (let before = -1; before !== end; ) {
    before = end;
    end = filledEnd(
      lines,
      footerStart(lines, end) ?? disclaimerStart(lines, end) ?? deviceStart(lines, end) ?? end,
    );
  }
  const start = signatureStart(lines, end);
  return start === null ? end : filledEnd(lines, deviceStart(lines, filledEnd(lines, start)) ?? start);
}

function footerStart(lines: readonly string[], end: number): number | null {
  for (let index = end - 1; index >= Math.max(0, end - longestFooter); index--) {
    if (listRuler.test(lines[index] ?? '')) {
      return listWords.test(lines.slice(index + 1, end).join(' ')) ? index : null;
    }
  }
  return null;
}

function disclaimerStart(lines: readonly string[], end: number): number | null {
  let start = end;
  while (start > 0 && (lines[start - 1] ?? '').trim() !== '') start -= 1;
  if (start === 0) return null;
  const paragraph = beginningOf(lines, start, end);
  const isDisclaimer =
    (disclaimerOpens.test(paragraph) && disclaimerSays.test(paragraph)) ||
    disclaimerWords.every((words) => words.test(paragraph));
  return isDisclaimer ? start : null;
}

/** Only what is looked at is put together: the paragraph is asked again after each line taken from its end. */
function beginningOf(lines: readonly string[], start: number, end: number): string {
  let text = '';
  for (let index = start; index < end && text.length < longestParagraph; index++) text += `${lines[index]} `;
  return text.slice(0, longestParagraph).trimEnd();
}

function deviceStart(lines: readonly string[], end: number): number | null {
  const line = lines[end - 1] ?? '';
  return line.length <= 200 && device.test(line) ? end - 1 : null;
}

/** The last mark counts; a long text below a mark is no signature. */
function signatureStart(lines: readonly string[], end: number): number | null {
  for (let index = end - 1; index >= Math.max(0, end - longestSignature); index--) {
    if (signatureMark.test(lines[index] ?? '')) return index;
  }
  return null;
}

/** The end of the filled lines before `end`. */
function filledEnd(lines: readonly string[], end: number): number {
  let index = end;
  while (index > 0 && (lines[index - 1] ?? '').trim() === '') index -= 1;
  return index;
}
