// What makes a person look at a mail before it is posted under the name it claims (MAIL.md E13, E22, E93).
import type { ParsedMail } from '../model';
import { classifyMail } from '../reading/classify-mail';
import type { HeldReason, Known } from './model';

export type Doubt = Extract<HeldReason, 'spoofed' | 'pec-mismatch' | 'automatic-subject'>;

export function findDoubt(mail: ParsedMail, known: Pick<Known, 'authentication' | 'sender'>): Doubt | null {
  if (known.authentication?.dmarc === 'fail') return 'spoofed';
  if (isMismatched(mail, known)) return 'pec-mismatch';
  return classifyMail(mail).kind === 'held' ? 'automatic-subject' : null;
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
