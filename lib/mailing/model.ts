// What the mailing room calls things: a mail as read, what kind it is, what an import was asked and what it answers.
import { z } from 'zod';
import type { MailOutcome } from '@/db/words';

/** Who wrote a mail: address in lower case, name as shown (possibly empty). */
export type Sender = { address: string; name: string };

/**
 * A file that came with a mail. `inline`: an image that stood inside the text; the HTML, and what is made of it, name it
 * by its `contentId`.
 */
export type MailFile = {
  name: string;
  bytes: Uint8Array;
  /** As the mail says; what the bytes say may differ. */
  mediaType: string;
  inline: boolean;
  contentId: string | null;
};

/** What was amiss in a mail and could be mended, or could not. */
export type ReadingWarning =
  | 'charset-mended'
  | 'winmail-opened'
  | 'winmail-unreadable'
  | 'certified-unreadable';

/** The bytes are no mail that anybody could read: headers without end, parts nested or counted beyond reason. */
export class UnreadableMail extends Error {}

/** Header values by lower-case name, in document order, duplicates included. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** A mail read once, with everything the later steps ask of it. Message-IDs are without angle brackets. */
export type ParsedMail = {
  messageId: string | null;
  /** Other ids of the same message: a certified mail has one outside and one inside. */
  otherIds: string[];
  /** What it says it answers (In-Reply-To), then all it follows: References from last to first, nearest first. */
  inReplyTo: string[];
  references: string[];
  sender: Sender | null;
  subject: string;
  sentAt: Date;
  /** RFC 2919 identifier in lower case. */
  listId: string | null;
  /** Whom its writer wrote to: To, then Cc. */
  recipients: string[];
  /** Whom others handed it on to: Bcc, Resent-To, Delivered-To, X-Original-To and their like. */
  alsoTo: string[];
  /** Plain text of the message, whatever it was written in. */
  text: string;
  /** The same as its writer's program wrote it: the plain part, empty where there is none, and the HTML one. */
  plain: string;
  html: string | null;
  files: MailFile[];
  /** Of certified mail: the addresses that its envelope names as its sender's. */
  certified: { claims: string[] } | null;
  /** Headers and media types of the outermost message: they alone say what kind of mail it is. */
  headers: Headers;
  parts: { mediaType: string; method: string | null }[];
  /** Beginnings of what programs wrote for programs, and of messages that came back, in their order. */
  reports: { mediaType: string; text: string }[];
  warnings: ReadingWarning[];
};

/** `held`: looks automatic without saying so; a person decides. */
export type MailKind = 'ordinary' | 'automatic' | 'bounce' | 'held';

export type Classification = { kind: MailKind; reason: string | null };

export const importInput = z.object({
  file: z.string().min(1),
  /** Slug of the area of mails whose list is not known. */
  area: z.string().optional(),
  holdStrangers: z.boolean().default(false),
  dryRun: z.boolean().default(false),
});

export type ImportInput = z.input<typeof importInput>;

/** `position` counts the messages of the file from 1. */
export type SkippedMail = { position: number; reason: string };

/**
 * What an import answers. `imported`, `threads`, `attachments`, `held` say what of this file stands in the forum
 * afterwards (or would), whichever run brought it; `new` is what this run added.
 */
export type ImportSummary = {
  messages: number;
  imported: number;
  new: number;
  duplicates: number;
  autoReplies: number;
  bounces: number;
  held: number;
  masked: number;
  threads: number;
  attachments: number;
  skipped: SkippedMail[];
};

/** What reading a table of old addresses answers; `line` counts from 1. */
export type OldAddressSummary = { addresses: number; skipped: { line: number; reason: string }[] };

/** What deriving texts again answers. */
export type ReparseSummary = { mails: number; changed: number; failed: number };

/** What the first pass keeps of a mail: small, so that an archive of any size fits. */
export type SurveyedMail = {
  position: number;
  offset: number;
  length: number;
  receivedAt: Date | null;
  messageId: string;
  /** The id its post goes by: `messageId`, or one made from the content where another mail has that id (E37). */
  postMessageId: string;
  /** All ids under which others may answer it. */
  ids: string[];
  references: string[];
  bodyHash: string;
  sender: Sender | null;
  subject: string;
  subjectKey: string;
  renamed: boolean;
  areaId: string | null;
  /** Further areas it was sent to, read by the same people. */
  otherAreaIds: readonly string[];
  sentAt: Date;
  outcome: Exclude<MailOutcome, 'duplicate'>;
  reason: string | null;
  attachments: number;
  masked: number;
  /** What an earlier run made of it: `stored` in table `mail`, and where it stands in the forum. */
  threadId?: string;
  postId?: string;
  stored: boolean;
};

/** A post of the forum that mails of a file may answer. */
export type KnownPost = {
  ids: string[];
  references: string[];
  subjectKey: string;
  renamed: false;
  areaId: string;
  sentAt: Date;
  threadId: string;
  postId: string;
};

/** Threading mixes mails of the file with posts that stand: only the first are counted and written. */
export function isSurveyed(mail: SurveyedMail | KnownPost): mail is SurveyedMail {
  return 'position' in mail;
}

/** The database refused it: it is named in the answer, and tried again by the next run. */
export function passOver(mail: SurveyedMail): void {
  mail.outcome = 'broken';
  mail.reason = 'not-stored';
}
