// What the forum shows and the pure decisions behind its addresses and pages.
import { z } from 'zod';
import {
  type Audience,
  audiences,
  type FileTextState,
  type FollowState,
  type PostChannel,
  type PostingRule,
  postingRules,
  type RemovalKind,
} from '@/db/words';
import { decodePart } from '@/lib/core/decode-part';
import { emailInput } from '@/lib/core/email';

/** Posts on one page of a thread. */
export const postsPerPage = 20;
/** Threads on one page of an area. */
export const threadsPerPage = 25;

export const threadFilters = ['all', 'unanswered', 'answered', 'solved', 'mine'] as const;
export type ThreadFilter = (typeof threadFilters)[number];

/** How many threads of a list each filter leaves. */
export type FilterCounts = Record<ThreadFilter, number>;

/** Filters as the address bar writes them. */
export const filterWords: Record<ThreadFilter, string> = {
  all: 'tutte',
  unanswered: 'senza-risposta',
  answered: 'con-risposta',
  solved: 'risolte',
  mine: 'mie',
};

export type AreaHead = {
  id: string;
  slug: string;
  name: string;
  description: string;
  postingAddress: string;
  audience: Audience;
  postingRule: PostingRule;
};

export type AreaView = AreaHead & {
  threads: number;
  lastPostAt: Date | null;
};

export type Signature = { name: string; organization: { slug: string; name: string } | null };

export type ThreadRow = {
  id: string;
  number: number;
  slug: string;
  title: string;
  areaSlug: string;
  areaName: string;
  tags: string[];
  startedBy: Signature;
  startedAt: Date;
  answers: number;
  lastPostAt: Date;
  lastPostBy: string | null;
  solved: boolean;
  unread: boolean;
  /** Whether it waits for an answer, or did. */
  isQuestion: boolean;
  locked: boolean;
  pinned: boolean;
};

export type ThreadView = ThreadRow & {
  areas: { slug: string; name: string; audience: Audience }[];
  posts: number;
  solvedBy: { number: number; author: string } | null;
  /** How far this reader has read; null when nothing is known of it. */
  readUpTo: number | null;
  /** What this reader wants of the thread; null: what they want of its areas. */
  follow: FollowState | null;
  /** Whether anything was done to it, any file was sent to it, and this reader has an unread notice about it. */
  hasEvents: boolean;
  hasFiles: boolean;
  hasNews: boolean;
  /** Who may choose the answer: the author, or the colleague their threads were handed to. */
  askerId: string;
  /** What policies ask: the areas this reader may read, of whose admitted organisations only their own is named. */
  policyAreas: HeldThread['areas'];
};

export type FileView = {
  id: string;
  name: string;
  mediaType: string;
  size: number;
  pages: number | null;
  /** Whether its words can be found; null: not looked at yet. */
  textState: FileTextState | null;
};

/** `by`, `reason` and `at` are null for whoever may not know: the public sees only that something was here. */
export type RemovalView = {
  kind: RemovalKind;
  by: Signature | null;
  reason: string | null;
  at: Date | null;
};

export type PostView = {
  id: string;
  number: number;
  authorId: string;
  author: Signature;
  /** The organisation whose office signs, where the post came from its shared mailbox and nobody has signed it. */
  officeId: string | null;
  /** The author's holiday note while it lasts, for members; `until` is an ISO day, the last one. */
  away: { note: string; until: string | null } | null;
  channel: PostChannel;
  postedAt: Date;
  /** Number of the post it answers. */
  replyTo: number | null;
  /** Empty where the post was removed and this reader may not see what it said. */
  html: string;
  quotedHtml: string | null;
  masked: number;
  /** 1: never edited. */
  revision: number;
  editedAt: Date | null;
  removal: RemovalView | null;
  thanks: { count: number; mine: boolean };
  files: FileView[];
  images: FileView[];
};

/** Characters no text contains, put around found words by the database and turned into `<mark>` by the page. */
export const highlightMarks = { start: '\u{E000}', end: '\u{E001}' } as const;

export type NewsGroup = { area: { slug: string; name: string }; threads: NewsItem[]; more: number };
export type NewsItem = ThreadRow & { firstUnread: number; opening: string };

/** A signature out of a row whose organisation may be unknown, as for a former writer. */
export function signatureOf(name: string, slug: string | null, organization: string | null): Signature {
  return { name, organization: slug && organization ? { slug, name: organization } : null };
}

/** The address of a thread; only the number counts, area and slug decorate. */
export function threadAddress(thread: { areaSlug: string; number: number; slug: string }): string {
  return `/forum/${thread.areaSlug}/${thread.number}-${thread.slug}`;
}

/** The permalink of a post: right on whichever page of the thread the post stands. */
export function postAddress(
  thread: { areaSlug: string; number: number; slug: string },
  post: number,
): string {
  return `${threadAddress(thread)}?m=${post}#m${post}`;
}

/** The network-wide number at the head of the last part of a thread's address; undefined when there is none. */
export function threadNumberOf(part: string): number | undefined {
  const digits = /^(\d{1,9})(?:-|$)/.exec(part)?.[1];
  return digits === undefined ? undefined : Number(digits);
}

/**
 * An address of the former archive as it is kept and looked up: decoded, without a final slash, because browsers and
 * Next change both on the way.
 */
export function formerPath(path: string): string {
  return path.split('/').map(decodePart).join('/').replace(/\/+$/, '');
}

/** The page a post stands on, counted from 1. */
export function pageOfPost(post: number): number {
  return Math.max(1, Math.ceil(post / postsPerPage));
}

/** At least one: an empty list has a page too. */
export function pageCount(things: number, perPage: number): number {
  return Math.max(1, Math.ceil(things / perPage));
}

/** The first post this reader has not seen; null when there is none or nothing is known. */
export function firstUnread(readUpTo: number | null, posts: number): number | null {
  return readUpTo === null || readUpTo >= posts ? null : readUpTo + 1;
}

/** Words at the head of a text, cut at a word's end and closed by an ellipsis. @param limit characters */
export function openingWords(text: string, limit = 160): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= limit) return line;
  const cut = line.slice(0, limit);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), limit / 2))} …`;
}

const page = z.coerce.number().int().min(1).max(100_000).catch(1);

/** The query of a list of threads, as the address bar gives it: anything odd becomes the default. */
export const threadListQuery = z.object({
  filtro: z.enum(Object.values(filterWords)).catch(filterWords.all),
  etichetta: z.string().trim().min(1).max(80).optional().catch(undefined),
  pagina: page,
});

/** The query of a thread: a page, or a post whose page is wanted. */
export const threadQuery = z.object({
  pagina: page,
  m: z.coerce.number().int().min(1).max(10_000_000).optional().catch(undefined),
});

/** Words that stand where an area's name would: `/forum/mid/<Message-ID>`, `/forum/enti/<organisation>`. */
const reservedSlugs = ['mid', 'enti'];

export const areaInput = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'slug-invalid' })
    .refine((slug) => !reservedSlugs.includes(slug), { error: 'slug-invalid' }),
  name: z.string({ error: 'name-missing' }).trim().min(2, { error: 'name-missing' }),
  description: z.string().trim().default(''),
  postingAddress: emailInput,
  audience: z.enum(audiences, { error: 'audience-unknown' }).default('network'),
  postingRule: z.enum(postingRules, { error: 'posting-rule-unknown' }).default('members'),
  /** Slugs of the organisations a `chosen` audience admits. */
  organizations: z.array(z.string()).default([]),
});

export const markReadInput = z.object({
  threadId: z.uuid(),
  number: z.number().int().min(1),
  /** The post seen under that number, where it may be another's by now. */
  postId: z.uuid().optional(),
});

/** The filter a word of the address bar stands for. */
export function filterOf(word: string): ThreadFilter {
  return threadFilters.find((filter) => filterWords[filter] === word) ?? 'all';
}

/** A thread as deeds hold it: what decides about it, under its lock. */
export type HeldThread = {
  id: string;
  number: number;
  title: string;
  postCount: number;
  locked: boolean;
  pinned: boolean;
  authorId: string;
  /** The author, or the colleague their threads were handed to. */
  askerId: string;
  solvedByPostId: string | null;
  /** Whether it waits for an answer, or did. */
  isQuestion: boolean;
  areas: { id: string; audience: Audience; postingRule: PostingRule; admitted: string[] }[];
};

export type HeldPost = {
  id: string;
  number: number;
  authorId: string;
  organizationId: string | null;
  postedAt: Date;
  revision: number;
  thread: HeldThread;
  removal: { id: string; kind: RemovalKind; personId: string; removedAt: Date } | null;
};

export const threadInput = z.object({ threadId: z.uuid({ error: 'no-such-thread' }) });

/** One line of what can be seen: no ends of lines, nothing that hides or turns what stands around it. */
export function visible(text: string): string {
  return text
    .replace(/\p{Cf}/gu, '')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

/** Why something was done to a thread or a post: shown to those it concerns. */
export const reasonInput = z
  .string({ error: 'reason-missing' })
  .transform(visible)
  .pipe(z.string().min(3, { error: 'reason-missing' }).max(500, { error: 'reason-too-long' }));
