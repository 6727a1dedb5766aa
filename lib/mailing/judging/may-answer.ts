// Whether we may answer a mail by ourselves: never what no person waits for, and nobody too often (MAIL.md E16, E21, E26, E27).
import type { Headers, ParsedMail } from '../model';
import { type Envelope, isKnown, type Known, mostAnswersTo } from './model';

/** Nobody reads what is sent there; reports about our own mail come from such addresses (RFC 7489). */
const unread =
  /^(?:no|do[-_.]?not|non)[-_.]?(?:reply|rispondere|respond)|^(?:postmaster|mailer-daemon|daemon|bounces?)@/;
const unanswered = new Set(['bulk', 'junk', 'list', 'auto_reply']);

/** RFC 3834 §2. What is answered is otherwise without doubt: whatever fails DMARC was written by somebody else. */
export function mayAnswer(
  mail: Pick<ParsedMail, 'headers' | 'listId' | 'sender'>,
  envelope: Pick<Envelope, 'from'>,
  known: Pick<Known, 'domain' | 'sender' | 'ownAddresses' | 'clues'>,
): boolean {
  const { headers, sender } = mail;
  if (!sender || mail.listId !== null || sender.address.endsWith(`@${known.domain}`)) return false;
  const hasNullPath = envelope.from === '' || first(headers, 'return-path') === '<>';
  if (hasNullPath || unanswered.has(first(headers, 'precedence')) || forbids(headers)) return false;
  if (unread.test(sender.address) || !isForUs(known)) return false;
  return known.sender === null || known.sender.answers.length < mostAnswersTo(isKnown(known.sender));
}

/**
 * A provider takes every local part of a domain in, and whoever answers all of them answers the forged senders of spam.
 * A member is told of a mistyped address; nobody is answered in the postmaster's name.
 */
function isForUs({
  domain,
  sender,
  ownAddresses,
  clues,
}: Pick<Known, 'domain' | 'sender' | 'ownAddresses' | 'clues'>) {
  const { addressed, copyIds, heldMailIds } = clues;
  const ours = addressed.filter((address) => address.endsWith(`@${domain}`));
  if (ours.length > 0 && ours.every((address) => address === `postmaster@${domain}`)) return false;
  const isNamed = addressed.some((address) => ownAddresses.includes(address));
  return isNamed || copyIds.length + heldMailIds.length > 0 || (sender !== null && isKnown(sender));
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
