// What a feed of posts says, whichever way it is written down, and where feeds are.
import type { Signature } from '../model';

/** Entries of one feed: programs ask often enough to miss none. */
export const entriesPerFeed = 30;

export type FeedEntry = {
  /** The post's id: it stays when the post is edited, moved or merged. */
  id: string;
  title: string;
  /** The permalink, below the site's own address. */
  path: string;
  author: Signature;
  publishedAt: Date;
  /** When it was last edited, or published. */
  updatedAt: Date;
  tags: readonly string[];
  /** As it stands in the thread. */
  html: string;
};

export type Feed = {
  /** A UUID that stays as long as what the feed is about. */
  id: string;
  /** The name of what it is about; null for all one follows. */
  title: string | null;
  /** The page it follows. */
  path: string;
  /** Newest first. */
  entries: readonly FeedEntry[];
};

/** What a feed is about, as its address says after the word of who reads. */
export type FeedPlace = `area/${string}` | `discussione/${number}` | 'seguite';

/** The address of a feed. @param word personal, or the public one */
export function feedPath(word: string, place: FeedPlace): string {
  return `/api/feeds/${word}/${place}`;
}

/** The moment of the newest change; where there is nothing, the same moment each time. */
export function updatedAt({ entries }: Pick<Feed, 'entries'>): Date {
  return new Date(Math.max(0, ...entries.map((entry) => entry.updatedAt.getTime())));
}
