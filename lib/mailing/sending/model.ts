// Who gets a copy of a post, and what a copy says of itself: decided without a database.
import { type BounceKind, type Locale, type MailChoice, mailChoices } from '@/db/words';
import { looksCertified } from '@/lib/core/email';
import type { Signature } from '@/lib/forum/model';
import type { Candidate } from '@/lib/forum/notifications/model';
import type { MailRefusal } from '@/lib/platform/mail/message';
import type { Sealed } from '@/lib/platform/mail/transport';
import type { MailText } from '@/lib/text/document-to-mail';
import type { TextDocument } from '@/lib/text/schema';

/** Sends the waiting copies of one thread: `{ threadId }`. */
export const deliverTask = 'mail.deliver';

/** What somebody who may read a thread wants by mail. */
export type Wishes = {
  personId: string;
  email: string | null;
  locale: Locale | null;
  ownCopies: boolean;
  secondCopies: boolean;
  /** Whether the mail that became the post was addressed to them besides the list. */
  addressed: boolean;
  /** Whether nothing is sent to their address until somebody resumes it. */
  stopped: boolean;
  /** Whether a mail to it has been answered to: somebody signed in by it, or it was verified otherwise. */
  tried: boolean;
  /** The areas of the thread they may read, home first; null where one is not followed. */
  areas: readonly { id: string; choice: MailChoice | null }[];
  /** What they chose for tags the thread has. */
  tags: readonly MailChoice[];
};

/** Somebody who gets a copy, and the area it comes from: one they may read. */
export type Receiver = { personId: string; email: string; locale: Locale; areaId: string };

/** A copy that was not sent yet, or of which nobody knows. */
export type OpenCopy = {
  id: string;
  personId: string;
  email: string;
  state: 'waiting' | 'sending';
  batchId: string | null;
  createdAt: Date;
};

const minute = 60_000;
/** Milliseconds. Less than the four days of RFC 5321 §4.5.4.1: news that late is no news, and stands on the site. */
const longestPatience = 48 * 60 * minute;

/**
 * When a server that does not take a copy yet is asked again: soon at first, then each hour.
 * @param since when the copy was planned
 * @returns null where it has been asked long enough (MAIL.md E80)
 */
export function askAgainAt(since: Date, now: Date): Date | null {
  const age = now.getTime() - since.getTime();
  if (age >= longestPatience) return null;
  return new Date(now.getTime() + Math.min(Math.max(age / 2, minute), 60 * minute));
}

/** When the first of these copies is to be tried again; null for none. */
export function askAgainFirst(copies: readonly OpenCopy[], now: Date): Date | null {
  const moments = copies.flatMap(({ createdAt }) => askAgainAt(createdAt, now) ?? []);
  return moments.toSorted((one, other) => one.getTime() - other.getTime())[0] ?? null;
}

/** A copy as it was written into a call to the provider. */
export type FrozenCopy = Pick<OpenCopy, 'id' | 'personId' | 'email'> & { mail: Sealed };

/** A post as mails tell it. Message-IDs are without angle brackets. */
export type MailedPost = {
  id: string;
  number: number;
  messageId: string;
  postedAt: Date;
  body: TextDocument;
  author: Signature;
  thread: { id: string; number: number; slug: string; title: string };
  /** Message-IDs of what it answers: the first post of the thread, then down to the nearest. */
  parents: readonly string[];
  files: readonly { id: string; name: string }[];
};

/** The area a copy comes from. */
export type MailedArea = { id: string; slug: string; postingAddress: string; listId: string };

/** The choice that says most; null where none was made. */
export function strongestChoice(choices: readonly (MailChoice | null)[]): MailChoice | null {
  return mailChoices.find((choice) => choices.includes(choice)) ?? null;
}

/**
 * Whether a person gets a copy of a post at once (MAIL.md E69). A choice for the thread beats one for its tags, and that
 * one for its areas. Who is named, asked, answered or takes part gets one too, unless they chose to get nothing: an
 * unsubscription holds (RFC 8058). To a certified mailbox nothing is sent before its first sign-in has shown that ordinary
 * mail arrives there (MAIL.md E95).
 * @param isFirst whether the post begins its thread
 */
export function wantsCopy(candidate: Candidate, wishes: Wishes, isFirst: boolean): boolean {
  if (!wishes.email || wishes.stopped || candidate.thread === 'muted') return false;
  if (!wishes.tried && looksCertified(wishes.email)) return false;
  const choice = strongestChoice(wishes.tags) ?? strongestChoice(wishes.areas.map((area) => area.choice));
  if (candidate.isAuthor) return wishes.ownCopies && choice !== 'none';
  if (wishes.addressed && !wishes.secondCopies) return false;
  if (candidate.thread === 'following') return true;
  if (choice === 'none') return false;
  const isConcerned =
    candidate.mentioned || candidate.isAsker || candidate.repliedTo || candidate.participates;
  return isConcerned || choice === 'every' || (choice === 'first' && isFirst);
}

/**
 * What a refusal counts for the address (MAIL.md E80): only an address that is not there is given up at once, not one
 * whose server dislikes the mail (5.7) or has no room for it (5.2.2).
 */
export function bounceKindOf({ permanent, address, status }: MailRefusal): BounceKind {
  return permanent && address && !/^5\.(7\.|2\.2$)/.test(status ?? '') ? 'permanent' : 'transient';
}

/** The id of a mail that was never sent and stands before all others of a thread, the same in every copy (MAIL.md E62). */
export function rootMessageId(threadId: string, domain: string): string {
  return `topic.${threadId}@${domain}`;
}

const mostReferences = 30;

/** The root, the first post, and the nearest of the others: what joins a thread in every mail program. */
export function referencesOf(root: string, parents: readonly string[]): string[] {
  const [first, ...others] = [...new Set(parents)];
  return [root, ...(first ? [first] : []), ...others.slice(-(mostReferences - 2))];
}

type Link = { label: string; url: string };

/** Everything a copy says, in one language: the plain text and the HTML are made of the same words. */
export type CopyWords = {
  locale: Locale;
  subject: string;
  /** Above this line one answers (MAIL.md E44). */
  marker: string;
  writer: string;
  text: MailText;
  /** Where the rest of a text stands that is too long for a mail. */
  cut: Link | null;
  files: { label: string; list: readonly Link[] } | null;
  links: readonly Link[];
};

/** The same words as `writeCopyHtml` shows. */
export function copyText({ marker, writer, text, cut, files, links }: CopyWords): string {
  const line = ({ label, url }: Link) => `${label}: ${url}`;
  const blocks = [
    ...[marker, writer, text.text],
    ...(cut ? [line(cut)] : []),
    ...(files ? [[files.label, ...files.list.map(line)].join('\n')] : []),
  ];
  return `${blocks.join('\n\n')}\n\n-- \n${links.map(line).join('\n')}\n`;
}

/** `"Nome Cognome – Comune di X"`: who writes, for whom (MAIL.md E60). */
export function senderName({ name, organization }: Signature): string {
  return organization && organization.name !== name ? `${name} – ${organization.name}` : name;
}

/** Stable over a thread: programs that know no References join what is called the same (MAIL.md E62). */
export function subjectOf(title: string, isFirst: boolean): string {
  return isFirst ? title : `Re: ${title}`;
}
