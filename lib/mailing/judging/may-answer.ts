// Whether we may answer a mail by ourselves: never what no person waits for, and nobody too often (MAIL.md E16, E21, E26, E27).
import type { Headers, ParsedMail } from '../model';
import { type Envelope, type Known, mostAnswersPerDay, type RefusedReason } from './model';

const unanswered = new Set(['bulk', 'junk', 'list', 'auto_reply']);

/** RFC 3834 §2. What is answered is otherwise without doubt: whatever fails DMARC was written by somebody else. */
export function mayAnswer(
  mail: Pick<ParsedMail, 'headers' | 'listId' | 'sender'>,
  envelope: Pick<Envelope, 'from'>,
  known: Pick<Known, 'domain' | 'sender'>,
  reason: RefusedReason,
): boolean {
  const { headers, sender } = mail;
  if (!sender || mail.listId !== null || sender.address.endsWith(`@${known.domain}`)) return false;
  const hasNullPath = envelope.from === '' || first(headers, 'return-path') === '<>';
  if (hasNullPath || unanswered.has(first(headers, 'precedence')) || forbids(headers)) return false;
  const given = known.sender?.answers ?? [];
  const isRepeated = reason === 'stranger' && given.includes(reason);
  return !isRepeated && given.length < mostAnswersPerDay;
}

/** What Exchange writes forbids an answer, and says nothing about who wrote. */
function forbids(headers: Headers): boolean {
  const suppressed = first(headers, 'x-auto-response-suppress');
  const automatic = first(headers, 'auto-submitted');
  return (
    (suppressed !== '' && suppressed !== 'none') ||
    (automatic !== '' && !/^no\b/.test(automatic)) ||
    first(headers, 'x-ack') === 'no'
  );
}

function first(headers: Headers, name: string): string {
  return (headers.get(name)?.[0] ?? '').trim().toLowerCase();
}
