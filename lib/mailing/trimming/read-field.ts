// Reads a header field as mail programs repeat it above the message answered: "Da: …", "Von: …", "*Sent:* …", "发件人：…".
import { readTable } from './model';

export type FieldRole = 'from' | 'sent' | 'to' | 'subject' | 'other';
/** `name` in lower case, as written. */
export type Field = { role: FieldRole; name: string };

const names: Record<FieldRole, string[]> = {
  from: [
    'da, mittente, from, von, absender, de, expéditeur, remitente, remetente, van, fra, från, od',
    'odesílatel, lähettäjä, от, від, kimden, gönderen, feladó, de la, 发件人, 寄件者, 寄件人, 差出人, 送信者, 보낸 사람',
  ],
  sent: [
    'inviato, inviato il, inviata, spedito, data, data invio, data e ora, sent, date, gesendet',
    'gesendet am, datum, envoyé, envoyé le, fecha, enviado, enviado el, enviada, enviado em, enviada em',
    'verzonden, sendt, skickat, dato, wysłano, wysłane, odesláno, lähetetty, päivämäärä, дата, отправлено',
    'надіслано, tarih, gönderildi, elküldve, dátum, 发送时间, 发送日期, 日期, 寄件日期, 送信日時, 日付, 보낸 날짜',
  ],
  to: [
    'a, destinatario, destinatari, to, an, empfänger, à, pour, para, per, aan, til, till, do, komu',
    'vastaanottaja, кому, kime, címzett, către, 收件人, 收件者, 宛先, 받는 사람',
  ],
  subject: [
    'oggetto, ogg, ogg., subject, betreff, betr., objet, asunto, assunto, onderwerp, emne, ämne, temat',
    'předmět, aihe, тема, konu, tárgy, subiect, 主题, 主旨, 標題, 件名, 제목',
  ],
  other: [
    'cc, ccn, bcc, cci, cco, p.c., copia, kopie, kopi, copie à, kopia, копия, 抄送, dw, udw, copia a',
    'rispondi a, rispondere a, risposta a, reply-to, reply to, antwort an, répondre à, responder a',
    'priorità, importanza, priority, importance, wichtigkeit, allegati, allegato, attachments, anlagen',
    'anhänge, pièces jointes, adjuntos, anexos, organizzazione, organization, newsgroups, message-id',
    'riservatezza, sensitivity, categorie, resent-from, sender, reply by, followup-to, importância',
    'prioridad',
  ],
};

const roles = new Map(
  Object.entries(names).flatMap(([role, words]) =>
    readTable(words).map((word) => [word, role as FieldRole] as const),
  ),
);
const longestName = 60;

/** @returns null for a line that is none */
export function readField(line: string | undefined): Field | null {
  const beginning = (line ?? '').slice(0, longestName);
  const colon = beginning.search(/[:：]/);
  if (colon < 1) return null;
  const written = beginning.slice(0, colon).replace(/[\s*_|]+/g, ' ');
  const name = written.trim().toLowerCase();
  const role = roles.get(name);
  return role ? { role, name } : null;
}
