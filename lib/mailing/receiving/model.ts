// What comes in before anybody has read it, the limits of the door, and the tasks that follow.
import type { MailDoor } from '@/db/words';
import type { Authentication, Envelope } from '../judging/model';

/** Bytes of one mail, announced to whoever connects (MAIL.md E05). */
export const largestMail = 25 * 1024 * 1024;
export const mostRecipients = 100;

/** Looks at one stored mail. Payload `{mailId}`. */
export const decideTask = 'mail.decide';
/** Carries out one message of the provider's webhook. Payload `{eventId}`. */
export const eventTask = 'mail.event';
/** Looks for mails whose message from the provider was lost. */
export const reconcileTask = 'mail.reconcile';

/** `reason`: why nothing was checked, where nothing was. */
export type CheckedAuthentication = Authentication & { reason?: 'loopback' | 'timeout' | 'error' };

/** A mail as a door hands it over: its bytes and how they came. */
export type ReceivedMail = {
  raw: Uint8Array;
  door: Exclude<MailDoor, 'import'>;
  envelope: Omit<Envelope, 'authentication'> & { authentication: CheckedAuthentication | null };
  /** The provider's id of it, under which it is stored once. */
  providerId: string | null;
};

/** Who connected, for the checks of SPF, DKIM and DMARC (MAIL.md E14). */
export type SmtpClient = {
  remote: string;
  helo: string;
  /** MAIL FROM; empty for the null path. */
  from: string;
};

/** Programs of this machine are trusted as it is: they have no domain that could vouch for them. */
export function isLoopback(remote: string): boolean {
  const address = remote.replace(/^::ffff:/i, '');
  return address === '::1' || address.startsWith('127.');
}
