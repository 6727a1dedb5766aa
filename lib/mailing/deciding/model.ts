// From one stored mail to its outcome: what the steps hand to each other, and the pure decisions between them.
import type { Audience, MailOutcome } from '@/db/words';
import type { Refusal } from '@/lib/core/refusal';
import { whyNotFile } from '@/lib/forum/drafts/model';
import type { FoundData } from '@/lib/text/find-personal-data';
import { findPersonalData } from '@/lib/text/find-personal-data';
import { maskFoundData } from '@/lib/text/mask-found-data';
import {
  type Envelope,
  type Judgement,
  type Known,
  type MailAuthor,
  type Placement,
  type RefusedReason,
  refusedReasons,
} from '../judging/model';
import type { ParsedMail } from '../model';

/** The row of a mail that waits. `release`: a moderator let it in, and when. */
export type WaitingMail = {
  id: string;
  raw: Uint8Array;
  createdAt: Date;
  envelope: Envelope;
  release: { personId: string | null } | null;
};

/** A mail with all that is known of it. */
export type MailCase = { row: WaitingMail; mail: ParsedMail; known: Known; judgement: Judgement };

/** What is to be posted, whoever let it. */
export type ToPublish = { author: MailAuthor; place: Placement };

/** What became of a mail: written into its row. `detail`: ids and words of closed lists. */
export type Decided = {
  outcome: MailOutcome;
  reason: string | null;
  areaId?: string | null;
  postId?: string;
  detail?: Record<string, unknown>;
};

/** A file whose content is stored. `id`: that of its attachment; `contentId`: by which the text of the mail shows it. */
export type KeptFile = {
  id: string;
  sha256: string;
  name: string;
  inline: boolean;
  contentId: string | null;
  size: number;
  mediaType: string;
  /** Kinds of personal data found inside. */
  personal: readonly FoundData['kind'][];
};

export type LeftOut = {
  name: string;
  why: 'file-empty' | 'file-too-large' | 'file-too-long' | 'file-kind' | 'file-encrypted' | 'too-many-files';
};

export type TakenFiles = { kept: KeptFile[]; leftOut: LeftOut[] };

/** The name of an office among persons: its organisation stands beside it wherever it signs. */
export const officeName = 'Ufficio Stranieri';

/** Kinds that mail programs attach by themselves and the editor does not offer: all of them text. */
export const textKinds: readonly string[] = ['message/rfc822', 'text/calendar', 'text/plain', 'text/csv'];

/** Why a file of a mail is no file for a post, in the words of the forum's own limits; null where it is one (MAIL.md E54). */
export function whyLeftOut(file: { size: number; mediaType: string }): LeftOut['why'] | null {
  const why = whyNotFile(file) as LeftOut['why'] | null;
  return why === 'file-kind' && textKinds.includes(file.mediaType) ? null : why;
}

/** Where a personal datum stands; never the datum itself. Lines count from 1. */
export type PrivateDatum =
  | { kind: FoundData['kind']; place: 'subject' }
  | { kind: FoundData['kind']; place: 'text'; line: number }
  | { kind: FoundData['kind']; place: 'file' | 'file-name' };

/** What of a mail would be posted and must not: its subject, its own words, its files and their names. */
export function findPrivateData(said: {
  subject: string;
  text: string;
  files: readonly Pick<KeptFile, 'name' | 'personal'>[];
}): PrivateDatum[] {
  const inText = findPersonalData(said.text).map(({ kind, start }) => ({
    ...{ kind, place: 'text' as const },
    line: said.text.slice(0, start).split('\n').length,
  }));
  const inSubject = findPersonalData(said.subject).map(({ kind }) => ({ kind, place: 'subject' as const }));
  const inFiles = said.files.flatMap(({ name, personal }) => [
    ...findPersonalData(name).map(({ kind }) => ({ kind, place: 'file-name' as const })),
    ...personal.map((kind) => ({ kind, place: 'file' as const })),
  ]);
  return [...inSubject, ...inText, ...inFiles];
}

/** What a mail repeats of others is masked where it is certain. */
export function maskCertain(text: string): { text: string; masked: number } {
  const found = findPersonalData(text).filter(({ level }) => level === 'block');
  return { text: maskFoundData(text, found), masked: found.length };
}

/** For answers and notices, which repeat no datum. */
export function maskAll(text: string): string {
  return maskFoundData(text, findPersonalData(text));
}

const byReason: Readonly<Record<string, RefusedReason>> = {
  'text-too-long': 'too-long',
  'text-missing': 'empty',
  'title-missing': 'title-missing',
  'no-such-thread': 'thread-gone',
  'personal-data': 'personal-data',
};

/** What the forum's deeds say no with, in the words of mails; null for what should never happen here. */
export function refusedFor({ code, reason }: Refusal): RefusedReason | null {
  const same = refusedReasons.find((each) => each === reason);
  if (same ?? byReason[reason]) return same ?? byReason[reason] ?? null;
  return code === 'not-allowed' ? 'not-allowed' : null;
}

/**
 * Whether what a mail repeats may stand in the areas of the thread it opens: not where some of their readers may not read
 * a thread that it answers.
 */
export function mayRepeat(
  { posts, copies, threads, areas, clues }: Known,
  areaIds: readonly string[],
): boolean {
  const named = new Set([...clues.threadIds, ...[...posts, ...copies].map(({ threadId }) => threadId)]);
  const answered = threads.filter(({ id }) => named.has(id));
  return answered.every((thread) =>
    areaIds.every((id) => {
      const audience = areas.find((area) => area.id === id)?.audience ?? 'public';
      return thread.areas.some((area) => area.id === id || isOpenTo(area.audience, audience));
    }),
  );
}

/** Whether everyone of one audience belongs to another. */
function isOpenTo(audience: Audience, readers: Audience): boolean {
  return audience === 'public' || (audience === 'network' && readers !== 'public');
}

const day = 24 * 60 * 60 * 1000;

/**
 * The moment a post stands at: its Date, unless that lies ahead or more than a day back; then its reception. What comes
 * late is new to its readers all the same (MAIL.md E38).
 */
export function postedAt(sentAt: Date, receivedAt: Date): Date {
  const age = receivedAt.getTime() - sentAt.getTime();
  return age >= 0 && age < day ? sentAt : receivedAt;
}

/** A held mail that a moderator let in goes where it would have gone; every other outcome stands. */
export function toPublish(judgement: Judgement, isReleased: boolean): ToPublish | null {
  if (judgement.outcome === 'posted' || judgement.outcome === 'new-thread') return judgement;
  return judgement.outcome === 'held' && isReleased ? judgement : null;
}

/** How long an answer waits for what it answers, as an interval of the database. */
export const orphanLifetime = '14 days';
const mostAwaited = 10;

/** Ids a mail answers that nothing is known of, nearest first: their mails may still be on the way (MAIL.md E35). */
export function awaitedIds(
  { references }: Pick<ParsedMail, 'references'>,
  { posts, copies }: Known,
): string[] {
  const ids = new Set(posts.map(({ messageId }) => messageId));
  const locals = new Set(copies.flatMap(({ providerMessageId }) => providerMessageId ?? []));
  const isKnown = (id: string) => ids.has(id) || locals.has(id.slice(0, id.lastIndexOf('@')));
  const nearest = references.findIndex(isKnown);
  const unknown = nearest < 0 ? references : references.slice(0, nearest);
  return unknown.filter((id) => !rootOfThread.test(id)).slice(0, mostAwaited);
}

/** The id under which we begin References: no mail goes by it. */
const rootOfThread = /^topic\.[0-9a-f-]{36}@/i;
