// What a digest tells of the forum.
import type { DigestRhythm } from '@/db/words';
import type { TextDocument } from '@/lib/text/schema';
import type { Signature } from '../model';

/**
 * Whose digest, and of what time: what came in after `since` and up to `until`. `plannedAt`: copies written down before
 * that moment were sent at once and are not told again.
 */
export type DigestWindow = {
  personId: string;
  rhythm: DigestRhythm;
  since: Date;
  until: Date;
  plannedAt: Date;
};

export type DigestPost = {
  id: string;
  number: number;
  postedAt: Date;
  author: Signature;
  body: TextDocument;
  files: { id: string; name: string }[];
};

export type DigestThread = {
  id: string;
  number: number;
  slug: string;
  title: string;
  areaSlug: string;
  /** In the order they are read. */
  posts: DigestPost[];
};

/** The thread with the newest post comes first, and so does the area with it. */
export type DigestArea = { slug: string; name: string; threads: DigestThread[] };
