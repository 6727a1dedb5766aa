// Whom a post concerns and why, decided without a database, and how notifications are seen.
import { z } from 'zod';
import type { FollowState, NotificationKind } from '@/db/words';
import type { Signature } from '../model';

/** The channel of the database on which open pages hear of new posts. */
export const liveChannel = 'forum';

/** Notices on one page of "Oggi". */
export const notificationsPerPage = 50;

/** What is known of somebody who may read the thread. */
export type Candidate = {
  personId: string;
  isAuthor: boolean;
  mentioned: boolean;
  isAsker: boolean;
  repliedTo: boolean;
  participates: boolean;
  followsArea: boolean;
  thread: FollowState | null;
};

/** The strongest reason to tell this person of a new post; null for none. Who muted the thread is told nothing. */
export function whyTold(candidate: Candidate): NotificationKind | null {
  if (candidate.isAuthor || candidate.thread === 'muted') return null;
  if (candidate.mentioned) return 'mention';
  if (candidate.isAsker || candidate.repliedTo) return 'answer';
  if (candidate.participates || candidate.thread === 'following') return 'reply';
  return candidate.followsArea ? 'news' : null;
}

export type NotificationView = {
  id: string;
  kind: NotificationKind;
  at: Date;
  readAt: Date | null;
  thread: { number: number; slug: string; title: string; areaSlug: string };
  post: number;
  /** Who wrote the post it is about. */
  author: Signature;
  /** First words of the post; empty where it no longer shows. */
  opening: string;
};

/** The query of "Oggi": which page of notices. */
export const noticesQuery = z.object({ avvisi: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** Without ids: all of them. */
export const markNotificationsReadInput = z.object({
  ids: z.array(z.uuid()).max(500).optional(),
});
