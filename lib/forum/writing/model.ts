// What may be typed into a thread, and the pure decisions about sending, changing and taking back.
import { z } from 'zod';
import type { TextPiece } from '@/lib/text/compare-texts';
import type { TextDocument } from '@/lib/text/schema';
import { pageCount, type Signature, visible } from '../model';

/** Seconds within which the author may take a sent post back as if it had never been. */
export const takeBackWithin = 10;
/** Seconds the fact waits beyond that: clocks differ, and a click takes its way. */
const takeBackGrace = 2;
/** Seconds within which the author may delete a post. */
export const deleteWithin = 30 * 60;
/** Seconds within which somebody of an office may sign a post of its shared mailbox. */
export const signWithin = 30 * 24 * 60 * 60;
export const longestTitle = 300;
export const mostAreas = 10;
const mostTags = 8;
const longestTag = 40;

export const titleInput = z
  .string({ error: 'title-missing' })
  .transform(visible)
  .pipe(z.string().min(3, { error: 'title-missing' }).max(longestTitle, { error: 'title-too-long' }));

/** Slugs, the home area first. */
export const areasInput = z
  .array(z.string(), { error: 'area-missing' })
  .transform((slugs) => [...new Set(slugs.map((slug) => slug.toLowerCase()))])
  .pipe(z.array(z.string()).min(1, { error: 'area-missing' }).max(mostAreas, { error: 'too-many-areas' }));

/** One tag as it is kept: in small letters, nothing in it that an address or a comma would cut. */
export const tagInput = z
  .string()
  .transform((tag) => visible(tag.normalize('NFC')).toLowerCase())
  .pipe(
    z
      .string()
      .max(longestTag, { error: 'tag-invalid' })
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} '’.-]*$/u, { error: 'tag-invalid' }),
  );

export const tagsInput = z
  .array(tagInput)
  .transform((tags) => [...new Set(tags)])
  .pipe(z.array(z.string()).max(mostTags, { error: 'too-many-tags' }));

/** What every sending carries besides its text. */
const sending = {
  /** Made when one begins to write: what is sent twice under one id is one post. */
  draftId: z.uuid().optional(),
  /** For whom one writes, where a person holds several seats. */
  seatId: z.uuid().optional(),
  /** A Tiptap document. */
  body: z.unknown(),
  /** The author has seen what looks like personal data and says it is none. */
  confirmed: z.boolean().default(false),
};

export const openThreadInput = z.object({
  ...sending,
  title: titleInput,
  areas: areasInput,
  tags: tagsInput.default([]),
  isQuestion: z.boolean().default(false),
});

export const postReplyInput = z.object({
  ...sending,
  threadId: z.uuid({ error: 'no-such-thread' }),
  replyToId: z.uuid().optional(),
});

export const editPostInput = z.object({
  ...sending,
  postId: z.uuid({ error: 'no-such-post' }),
  /** The version the author began from. */
  baseRevision: z.number().int().min(1),
});

export const postInput = z.object({ postId: z.uuid({ error: 'no-such-post' }) });

export type ComposedText = { body: TextDocument; html: string; text: string };

/**
 * What a post that came by mail brings besides its text. Its fact is told at once: nobody takes a mail back.
 * `author`: who signs where it is not the acting member, whose rights are asked all the same (an office, or whoever a
 * moderator let in). `files` are stored already.
 */
export type Arrival = {
  messageId: string;
  sentAt: Date;
  quotedHtml: string | null;
  /** Personal data masked in the folded part. */
  masked: number;
  /** `id`: that of the attachment, by which an image of the text is shown. */
  files: readonly { id: string; sha256: string; name: string; inline: boolean }[];
  author: { personId: string; organizationId: string | null } | null;
};

/** Where a sent post stands, and until when it may be taken back. */
export type Published = {
  threadId: string;
  postId: string;
  number: number;
  slug: string;
  areaSlug: string;
  post: number;
  takeBackUntil: Date;
};

/** A version in a list. */
export type RevisionLine = { number: number; by: Signature; writtenAt: Date };

export type RevisionView = RevisionLine & { html: string; text: string };

/** A version with what it changed of the one before it. */
export type RevisionStep = RevisionView & { pieces: TextPiece[] };

/** A page of versions, the newest first, and the one of them that is shown. */
export type RevisionHistory = {
  versions: RevisionLine[];
  page: number;
  pages: number;
  shown: RevisionStep;
};

export const versionsPerPage = 10;

/** The query of the versions of a post: a page, or a version to be shown. */
export const historyQuery = z.object({
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
  versione: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
});

export type HistoryQuery = z.infer<typeof historyQuery>;

/**
 * Which page of versions is asked for, and which version is shown on it: the one asked for, or the newest of the page.
 * @param versions how many there are, numbered from 1
 */
export function historyPlace({ pagina, versione }: HistoryQuery, versions: number) {
  const pages = pageCount(versions, versionsPerPage);
  const isThere = versione !== undefined && versione <= versions;
  const page = isThere ? 1 + Math.floor((versions - versione) / versionsPerPage) : Math.min(pagina, pages);
  return { page, pages, shown: isThere ? versione : versions - (page - 1) * versionsPerPage };
}

/** Two versions of a post side by side: what stands now, what was about to replace it, and how they differ. */
export type EditConflict = {
  baseRevision: number;
  revision: number;
  current: RevisionView;
  pieces: TextPiece[];
};

/** The last moment at which a post may be taken back. */
export function takeBackUntil(postedAt: Date): Date {
  return new Date(postedAt.getTime() + takeBackWithin * 1000);
}

/** When the world is told of a post. */
export function toldAt(postedAt: Date): Date {
  return new Date(postedAt.getTime() + (takeBackWithin + takeBackGrace) * 1000);
}

/** The key of the waiting fact. */
export function publishedKey(postId: string): string {
  return `forum.post.published:${postId}`;
}

/**
 * How far an author has read after posting: their own post is read if everything before it was, or counted as read.
 * @returns the number to remember, or null to leave things as they are
 */
export function readAfterPosting(
  before: { readUpTo: number; unread: boolean },
  number: number,
): number | null {
  return !before.unread || before.readUpTo >= number - 1 ? number : null;
}

/** Ids of the persons a document names. */
export function mentionsIn(document: TextDocument): string[] {
  const own =
    document.type === 'mention' && typeof document.attrs?.id === 'string' ? [document.attrs.id] : [];
  return [...new Set([...own, ...(document.content ?? []).flatMap(mentionsIn)])];
}
