// Says whether a person wrote a mail: automatic answers and reports of undelivered mail are no posts (MAIL.md E20–E24, E94).
import type { Classification, Headers, ParsedMail } from '../model';

type Given = Pick<ParsedMail, 'headers' | 'parts' | 'subject'>;
type Sign = (mail: Given) => Classification | null;

const automaticSubject =
  /^\s*(?:risposta automatica|fuori sede|fuori ufficio|assenza dall['’]ufficio|letto|conferma di lettura|non recapitabile|automatic reply|out of office|risposta non al computer)\s*(?::|re:|$)/i;
const bounceSubject =
  /^\s*(?:undeliver|delivery status|mail delivery|failure notice|returned mail|non recapitabile|mancato recapito|notifica di mancat)/i;
const daemon = /\b(?:mailer-daemon|postmaster)@/i;
const calendarAnswers = new Set(['REPLY', 'COUNTER', 'DECLINECOUNTER', 'CANCEL']);

/** In order: reports first, because a bounce is marked automatic too. */
const signs: readonly Sign[] = [
  certifiedReceipt,
  report,
  daemonMail,
  autoSubmitted,
  autoHeader,
  calendarAnswer,
  precedence,
  subjectAlone,
];

/** X-Auto-Response-Suppress says nothing about who wrote (E21) and is not asked. */
export function classifyMail(mail: Given): Classification {
  for (const sign of signs) {
    const found = sign(mail);
    if (found) return found;
  }
  return { kind: 'ordinary', reason: null };
}

/** X-Ricevuta and X-Trasporto: errore, on the outermost headers only. */
function certifiedReceipt({ headers }: Given): Classification | null {
  const receipt = value(headers, 'x-ricevuta');
  if (receipt === 'errore-consegna') return { kind: 'bounce', reason: 'pec-delivery-error' };
  if (receipt !== '') return { kind: 'automatic', reason: 'pec-receipt' };
  return value(headers, 'x-trasporto') === 'errore' ? { kind: 'automatic', reason: 'pec-error' } : null;
}

function report({ headers, parts }: Given): Classification | null {
  const type = value(headers, 'content-type');
  const isReport = type.startsWith('multipart/report');
  const holds = (mediaType: string) => parts.some((part) => part.mediaType === mediaType);
  if (holds('message/delivery-status') || (isReport && type.includes('delivery-status'))) {
    return { kind: 'bounce', reason: 'delivery-report' };
  }
  if (holds('message/disposition-notification')) return { kind: 'automatic', reason: 'read-receipt' };
  return isReport ? { kind: 'automatic', reason: 'report' } : null;
}

function daemonMail({ headers, subject }: Given): Classification | null {
  const fromDaemon = daemon.test(value(headers, 'from'));
  const noReturn = value(headers, 'return-path') === '<>';
  return fromDaemon && (noReturn || bounceSubject.test(subject))
    ? { kind: 'bounce', reason: 'mailer-daemon' }
    : null;
}

function autoSubmitted({ headers }: Given): Classification | null {
  const said = all(headers, 'auto-submitted').some((text) => text !== '' && !/^no\b/.test(text));
  return said ? { kind: 'automatic', reason: 'auto-submitted' } : null;
}

function autoHeader({ headers }: Given): Classification | null {
  const names = ['x-autoreply', 'x-autorespond', 'x-auto-reply', 'x-mail-autoreply', 'x-autoreply-from'];
  const said = names.some((name) => all(headers, name).some((text) => text !== 'no'));
  return said ? { kind: 'automatic', reason: 'auto-reply-header' } : null;
}

function calendarAnswer({ parts }: Given): Classification | null {
  return parts.some((part) => part.method !== null && calendarAnswers.has(part.method))
    ? { kind: 'automatic', reason: 'calendar-answer' }
    : null;
}

/** Lists write `list`, older ones `bulk`, beside what the sender wrote: only the rest is a sign of its own. */
function precedence({ headers, subject }: Given): Classification | null {
  const said = all(headers, 'precedence');
  const isAutomatic =
    said.includes('auto_reply') ||
    said.includes('junk') ||
    (said.includes('bulk') && automaticSubject.test(subject));
  return isAutomatic ? { kind: 'automatic', reason: 'precedence' } : null;
}

function subjectAlone({ subject }: Given): Classification | null {
  return automaticSubject.test(subject) ? { kind: 'held', reason: 'automatic-subject' } : null;
}

function all(headers: Headers, name: string): string[] {
  return (headers.get(name) ?? []).map((text) => text.trim().toLowerCase());
}

function value(headers: Headers, name: string): string {
  return all(headers, name)[0] ?? '';
}
