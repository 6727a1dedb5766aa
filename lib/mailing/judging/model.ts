// What is decided about a mail: exactly one outcome with its reason, who signs it and where it goes.
import type { AddressKind, MailChoice, OrganizationKind, StrangerRule } from '@/db/words';
import type { Locale, Seat } from '@/lib/core/actor';
import type { HeldThread } from '@/lib/forum/model';

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
  /** The one From address they were made for; null where there was not exactly one. Absent: that of the mail. */
  from?: string | null;
  /** Why nothing was checked, where nothing was. */
  reason?: 'loopback' | 'timeout' | 'error' | 'too-many-signatures';
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

/**
 * What a mail asks for instead of being posted (MAIL.md E91); `held` decisions come from moderators. `personId` is null
 * for an office.
 */
export type MailCommand =
  | { name: 'unsubscribe'; personId: string; areaId: string | null; threadId: string | null }
  /** What one click on the copy's own link does (MAIL.md E64). */
  | { name: 'stop'; personId: string; copyId: string }
  | { name: 'choose'; personId: string; areaId: string; choice: MailChoice }
  | { name: 'mute' | 'follow'; personId: string; threadId: string }
  /** `heldMailId`: a moderator was asked about it, and is not understood. */
  | { name: 'help'; personId: string | null; heldMailId?: string }
  | { name: 'release' | 'refuse-held'; personId: string; mailId: string };

/** One recipient of an RFC 3464 report, a certified-mail error or a complaint (MAIL.md E80–E83, E94). */
export type DeliveryReport = {
  /** The copy it is about, from the address it came back to or the message it quotes. */
  deliveryId: string;
  /** As the report names it; the copy's own receiver is charged where both are known (MAIL.md E82). */
  email: string | null;
  kind: 'permanent' | 'transient' | 'complaint';
  /** RFC 3463. */
  status: string | null;
  diagnostic: string | null;
};

/** What a report says, before the copy it is about is known. */
export type Report = {
  failures: Omit<DeliveryReport, 'deliveryId'>[];
  /** It was read to its end: none of its recipients may have failed. */
  understood: boolean;
  /** What came back: its Message-ID, and whatever addresses it names. */
  messageIds: string[];
  addresses: string[];
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

/** Where a mail says that it belongs, before anything is looked up. */
export type Clues = {
  /** Everybody addressed: as its writer named them (To, Cc), then those of the envelope and of others on the way. */
  addressed: readonly string[];
  /** Ids out of genuine signed addresses among them; of copies that came back also out of what is returned. */
  copyIds: readonly string[];
  bouncedIds: readonly string[];
  heldMailIds: readonly string[];
  /** One of them looks like a signed address and is none. */
  hasBrokenToken: boolean;
  /** Message-IDs it answers, nearest first. */
  answers: readonly { id: string; via: 'in-reply-to' | 'references' }[];
  /** Threads whose synthetic root it names. */
  threadIds: readonly string[];
  /** Normalised and masked, as threads keep it. */
  subjectKey: string;
  /** What it says, where it is a report or came by the way back of a copy. */
  report: Report | null;
};

export type KnownArea = HeldThread['areas'][number] & {
  postingAddress: string;
  listIds: readonly string[];
  strangers: StrangerRule;
};

/** `areas`: the home first. */
export type KnownThread = {
  id: string;
  /** Ids of threads that were merged into it: their roots are named by old mails. */
  formerIds?: readonly string[];
  locked: boolean;
  lastPostAt: Date;
  normalizedTitle: string;
  areas: readonly KnownArea[];
  /** Whether the sender, or the office that writes, wrote in it. */
  hasSender: boolean;
};

/** A post under one of the ids by which others may name it. */
export type KnownPost = { messageId: string; postId: string; threadId: string };

/** A copy that was sent. A digest has `digestId` and neither post nor thread. */
export type KnownCopy = {
  id: string;
  personId: string;
  email: string;
  postId: string | null;
  threadId: string | null;
  digestId: string | null;
  /** Local part of the Message-ID the provider gave it. */
  providerMessageId: string | null;
  /** Of its post. */
  messageId: string | null;
  createdAt: Date;
};

/** What is known of the address a mail comes from. */
export type KnownSender = {
  kind: AddressKind | null;
  verified: boolean;
  person: {
    id: string;
    name: string;
    locale: Locale | null;
    hasAccount: boolean;
    /** Active ones, the oldest first; `emailDomain` is that of the organisation. */
    seats: readonly (Seat & { emailDomain: string | null })[];
    /** Held one once, and none now. */
    hasLeft: boolean;
  } | null;
  /** Whose shared mailbox it is; `hasLeft`: it left the network. */
  office: { id: string; slug: string; name: string; kind: OrganizationKind; hasLeft: boolean } | null;
  /** Whose mail domain it has, be it under a longer name. */
  domainOwnerId: string | null;
  /** Mails of this address in the last hour, archives not counted. */
  mailsLastHour: number;
  /** What we answered it by ourselves in the last 24 hours: reason of each. */
  answers: readonly string[];
};

/** Rows loaded for one mail: everything else is decided by looking at them. */
export type Known = {
  clues: Clues;
  /** Our mail domain, and the addresses under which we write. */
  domain: string;
  ownAddresses: readonly string[];
  /** What is believed of the checks on its way; null where nobody we trust made any. */
  authentication: Authentication | null;
  sender: KnownSender | null;
  areas: readonly KnownArea[];
  threads: readonly KnownThread[];
  posts: readonly KnownPost[];
  copies: readonly KnownCopy[];
};

const hour = 3_600_000;
const day = 24 * hour;

/** Mails of one address within an hour; what comes beyond waits for a person (MAIL.md E26). */
export const mostMailsPerHour = 30;
/** Answers of ours to one address within 24 hours: one to whoever the network does not know (MAIL.md E16, E26). */
export function mostAnswersTo(isOfNetwork: boolean): number {
  return isOfNetwork ? 10 : 1;
}

/** Whether the address is of somebody with an account, or the mailbox of an office. */
export function isKnown({ person, office }: Pick<KnownSender, 'person' | 'office'>): boolean {
  return person?.hasAccount === true || office !== null;
}

/** How long a thread takes answers by subject alone (MAIL.md E33). */
export const subjectWindow = 30 * day;
/** A thread without posts for longer is not gone on with, a new one is opened (MAIL.md E36). */
export const threadLifetime = 2 * 365 * day;
/** How long the reply address of a copy leads to its thread (MAIL.md E61). */
export const tokenLifetime = 3 * 365 * day;
