// What makes a person look at a mail before it is posted under the name it claims (MAIL.md E13, E22, E93).
import type { ParsedMail } from '../model';
import { classifyMail } from '../reading/classify-mail';
import { listFromAddresses } from '../reading/list-from-addresses';
import type { HeldReason, Known } from './model';

export type Doubt = Extract<HeldReason, 'spoofed' | 'pec-mismatch' | 'automatic-subject'>;

/** What could not be checked is not proven either: whoever signs with a domain that never answers decides which it is. */
const unproven = new Set(['fail', 'temperror', 'permerror']);

export function findDoubt(mail: ParsedMail, known: Pick<Known, 'authentication' | 'sender'>): Doubt | null {
  if (isSpoofed(mail, known.authentication)) return 'spoofed';
  if (isMismatched(mail, known)) return 'pec-mismatch';
  return classifyMail(mail).kind === 'held' ? 'automatic-subject' : null;
}

/**
 * A check says something of the one From address it was made for, never of whoever a list or another header names
 * instead. Certified mail is signed inside by somebody else than its provider: there the provider's signature must hold.
 * Where nobody checked, the machine that handed the mail over is trusted.
 */
function isSpoofed(mail: ParsedMail, checked: Known['authentication']): boolean {
  const [from, ...more] = listFromAddresses(mail.headers);
  if (from === undefined || more.length > 0) return true;
  if (!checked) return false;
  if (unproven.has(checked.dmarc)) return true;
  if (mail.certified) return checked.dkim !== 'pass';
  return mail.sender?.address !== (checked.from === undefined ? from : checked.from);
}

/**
 * Anybody may write the headers of a certified envelope, so whom the provider names must be who the message inside
 * says, and an address verified as a certified one: an ordinary one sends no certified mail.
 */
function isMismatched({ certified, sender }: ParsedMail, known: Pick<Known, 'sender'>): boolean {
  if (!certified) return false;
  const { claims } = certified;
  const agrees = claims.length > 0 && claims.every((claim) => claim === sender?.address);
  return !agrees || known.sender?.kind !== 'pec' || !known.sender.verified;
}
