// What is decided about a mail: exactly one outcome with its reason, who signs it and where it goes.
import type { MailChoice } from '@/db/words';

/** A mail's way to us, besides what it says of itself. Addresses are in lower case. */
export type Envelope = {
  /** SMTP MAIL FROM; empty for the null path, null where none is known. */
  from: string | null;
  to: readonly string[];
  /** What our own receiver checked; null where it came another way. */
  authentication: Authentication | null;
};

/** RFC 8601 results; `none` where there was nothing to check. */
export type Authentication = {
  spf: string;
  dkim: string;
  dmarc: string;
  /** The other side's address and the name it greeted with. */
  remote?: string;
  helo?: string;
};

/**
 * Who signs. An office signs where the mailbox is shared; an outsider has no account and is only ever held, until a
 * moderator releases the mail.
 */
export type MailAuthor =
  | { kind: 'person'; personId: string; seatId: string }
  | { kind: 'office'; organizationId: string }
  | { kind: 'outsider'; address: string; name: string; organizationId: string | null };

export type Placement =
  | {
      kind: 'reply';
      threadId: string;
      /** The post it answers, where that stands in the thread. */
      replyToId: string | null;
      via: 'token' | 'in-reply-to' | 'references' | 'root' | 'subject';
    }
  | {
      kind: 'thread';
      /** The home area first. */
      areaIds: readonly string[];
      title: string;
      /** A thread with the same subject, shown as "simile a …" (MAIL.md E33). */
      similarThreadId: string | null;
      /** The thread it answers, which is too old or locked to go on (MAIL.md E36). */
      formerThreadId: string | null;
    };

/** What a mail asks for instead of being posted (MAIL.md E91); `held` decisions come from moderators. */
export type MailCommand =
  | { name: 'unsubscribe'; personId: string; areaId: string | null; threadId: string | null }
  | { name: 'choose'; personId: string; areaId: string; choice: MailChoice }
  | { name: 'mute' | 'follow'; personId: string; threadId: string }
  | { name: 'help'; personId: string }
  | { name: 'release' | 'refuse-held'; personId: string; mailId: string };

/** One recipient of an RFC 3464 report, a certified-mail error or a complaint (MAIL.md E80–E83, E94). */
export type DeliveryReport = {
  /** The copy it is about, from the address it came back to or the message it quotes. */
  deliveryId: string | null;
  /** As the report names it; the copy's own receiver is charged where both are known (MAIL.md E82). */
  email: string | null;
  kind: 'permanent' | 'transient' | 'complaint';
  /** RFC 3463. */
  status: string | null;
  diagnostic: string | null;
};

export const automaticReasons = [
  'auto-submitted',
  'auto-reply-header',
  'precedence',
  'pec-receipt',
  'pec-error',
  'read-receipt',
  'report',
  'calendar-answer',
  'loop',
] as const;

export const heldReasons = [
  'automatic-subject',
  'spoofed',
  'pec-mismatch',
  'stranger',
  'foreign-list',
  'too-many-mails',
  'outside-mailbox',
] as const;

export const refusedReasons = [
  'stranger',
  'no-sender',
  'suspended',
  'no-seat',
  'address-unverified',
  'token-of-another',
  'token-expired',
  'digest-answer',
  'no-area',
  'not-allowed',
  'readers-do-not-write',
  'coordinators-only',
  'thread-locked',
  'thread-gone',
  'empty',
  'personal-data',
  'title-missing',
  'too-long',
  'too-many-areas',
  'unreadable',
  'refused-by-moderator',
] as const;

export type AutomaticReason = (typeof automaticReasons)[number];
export type HeldReason = (typeof heldReasons)[number];
export type RefusedReason = (typeof refusedReasons)[number];

/** `answer` is false where nothing may be answered by ourselves (MAIL.md E16, E21, E27). */
export type Judgement =
  | { outcome: 'posted'; author: MailAuthor; place: Extract<Placement, { kind: 'reply' }> }
  | { outcome: 'new-thread'; author: MailAuthor; place: Extract<Placement, { kind: 'thread' }> }
  | { outcome: 'command'; command: MailCommand }
  | { outcome: 'bounce'; reason: string; reports: readonly DeliveryReport[] }
  | { outcome: 'automatic'; reason: AutomaticReason }
  | { outcome: 'held'; reason: HeldReason; author: MailAuthor; place: Placement }
  | { outcome: 'refused'; reason: RefusedReason; answer: boolean; personId: string | null };
