// Reads what a report of undelivered mail, a complaint or a certified-mail error says (MAIL.md E23, E80–E83, E94).
import type { ParsedMail } from '../model';
import type { Report } from './model';
import { readDeliveryStatus } from './read-delivery-status';
import { readFields } from './read-fields';
import { readTextBounce } from './read-text-bounce';

type Given = Pick<ParsedMail, 'headers' | 'text' | 'reports'>;

const complaints = new Set(['abuse', 'fraud', 'opt-out', 'opt-out-list', 'other']);
const returned = /^(?:text|message)\/(?:rfc822|global)(?:-headers)?$/;
const addressed = /\b[rb]-[a-z2-7]{42}@[a-z0-9.-]{1,190}/gi;
const mostAddresses = 20;

export function readReport(mail: Given): Report {
  const failures = failuresIn(mail);
  const texts = [
    mail.text,
    ...mail.reports.filter(({ mediaType }) => returned.test(mediaType)).map(({ text }) => text),
  ];
  return {
    failures: failures ?? [],
    understood: failures !== null,
    messageIds: [...certifiedId(mail), ...texts.flatMap(messageIdIn)],
    addresses: texts
      .flatMap((text) => text.match(addressed) ?? [])
      .slice(0, mostAddresses)
      .map((address) => address.toLowerCase()),
  };
}

function failuresIn(mail: Given): Report['failures'] | null {
  const textOf = (mediaType: RegExp) => mail.reports.find((part) => mediaType.test(part.mediaType))?.text;
  const status = textOf(/^message\/(?:global-)?delivery-status$/);
  const feedback = textOf(/^message\/feedback-report$/);
  if (certifiedId(mail).length > 0) return certifiedError(mail.text);
  if (feedback !== undefined) return readFeedback(feedback);
  return (status === undefined ? null : readDeliveryStatus(status)) ?? readTextBounce(mail);
}

/** RFC 5965. What says that a mail is no spam, or that its signature failed, is no complaint. */
function readFeedback(text: string): Report['failures'] | null {
  const fields = new Map(readFields(text).flatMap((block) => [...block]));
  const type = fields.get('feedback-type')?.toLowerCase();
  if (type === undefined) return null;
  const [, email] =
    /<?([^\s<>,;]+@[^\s<>,;]+)/.exec(
      fields.get('original-rcpt-to') ?? fields.get('removal-recipient') ?? '',
    ) ?? [];
  if (!complaints.has(type)) return [];
  return [{ email: email?.toLowerCase() ?? null, kind: 'complaint', status: null, diagnostic: type }];
}

/** RFC 6109: the error names the message it is about in a header, and its receiver in words. */
function certifiedError(text: string): Report['failures'] {
  const [, email] =
    /(?:utente|destinatario|indirizzo)\s+["“«]?([^\s"”»<>]+@[^\s"”»<>]+)/i.exec(text.slice(0, 8_000)) ?? [];
  return [
    { email: email?.toLowerCase() ?? null, kind: 'permanent', status: null, diagnostic: 'errore-consegna' },
  ];
}

function certifiedId({ headers }: Given): string[] {
  if (headers.get('x-ricevuta')?.[0]?.trim().toLowerCase() !== 'errore-consegna') return [];
  const [id = ''] = headers.get('x-riferimento-message-id') ?? [];
  const bare = id.trim().replace(/^<|>$/g, '');
  return bare === '' ? [] : [bare];
}

/** The headers of what came back, in a part of their own or below the letter. */
function messageIdIn(text: string): string[] {
  const [, id] = /^message-id:\s*<([^<>\s]{1,254})>/im.exec(text) ?? [];
  return id === undefined ? [] : [id];
}
