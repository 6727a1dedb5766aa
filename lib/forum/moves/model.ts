// What may be typed when a thread is split or two are merged, and the pure decisions about numbers that lead elsewhere.
import { z } from 'zod';
import { Refusal } from '@/lib/core/refusal';
import { threadNumberOf } from '../model';
import { moderationInput } from '../moderation/model';
import { areasInput, tagsInput, titleInput } from '../writing/model';

export const splitThreadInput = moderationInput.extend({
  title: titleInput,
  areas: areasInput,
  tags: tagsInput.default([]),
  isQuestion: z.boolean().default(false),
  /** Numbers of the posts that go. */
  posts: z.array(z.number().int().min(1)).max(500).default([]),
  /** All that follow the last of them go too. */
  following: z.boolean().default(false),
  /** The moderator has seen that more people will read them. */
  widen: z.boolean().default(false),
});

export const mergeThreadsInput = moderationInput.extend({
  /** The thread that stays. */
  into: z.uuid({ error: 'no-such-thread' }),
  widen: z.boolean().default(false),
});

/** The query of the page on which posts are chosen: a page of the thread, or the post with which the new one begins. */
export const splitQuery = z.object({
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
  m: z.coerce.number().int().min(1).max(10_000_000).optional().catch(undefined),
});

/** A thread as somebody names it: its number, its address here, or its address as browsers show it. */
export function namedThread(text: string): number | undefined {
  const path = text.trim().replace(/^https?:\/\/[^/]+/, '');
  const part = /^\/forum\/[^/?#]+\/([^/?#]+)/.exec(path)?.[1] ?? path;
  return threadNumberOf(part);
}

/**
 * The numbers that go, in their order. The first post stays: it is what the thread is about.
 * @param standing numbers of the posts that stand in the thread now
 * @throws Refusal `invalid` on field `posts`: `posts-missing`, `first-post-stays`; `not-found`: `no-such-post`
 */
export function postsToSplit(
  standing: readonly number[],
  { posts, following }: { posts: readonly number[]; following: boolean },
): number[] {
  if (posts.length === 0) throw new Refusal('invalid', 'posts-missing', 'posts');
  if (posts.includes(1)) throw new Refusal('invalid', 'first-post-stays', 'posts');
  if (posts.some((number) => !standing.includes(number)))
    throw new Refusal('not-found', 'no-such-post', 'posts');
  const last = Math.max(...posts);
  return standing.filter((number) => posts.includes(number) || (following && number > last));
}

export type Place = { id: string; number: number };

/**
 * Where posts stand once they came to a thread: what had gone from it takes its former number again, the others go on
 * after its last number in the order of time.
 * @param former numbers that posts of this thread had, by post
 * @param last the last number given in it
 */
export function placesIn(
  posts: readonly (Place & { postedAt: Date })[],
  former: ReadonlyMap<string, number>,
  last: number,
): Place[] {
  const inTime = posts.toSorted(
    (one, other) => one.postedAt.getTime() - other.postedAt.getTime() || one.number - other.number,
  );
  const added = inTime.filter(({ id }) => !former.has(id));
  const numbers = new Map(added.map(({ id }, index) => [id, last + index + 1]));
  return inTime.map(({ id, number }) => ({ id, number: former.get(id) ?? numbers.get(id) ?? number }));
}

/** A number whose post went elsewhere. `to` is null for a reader who may not read where. */
export type MovedPost = {
  number: number;
  to: { number: number; slug: string; areaSlug: string; title: string; post: number } | null;
};

/** Numbers one after another whose posts went to one place. */
export type MovedRun = { first: number; last: number; to: MovedPost['to'] };

/** One line for posts that went together. @param moved in the order of numbers */
export function movedRuns(moved: readonly MovedPost[]): MovedRun[] {
  const runs: MovedRun[] = [];
  for (const { number, to } of moved) {
    const run = runs.at(-1);
    if (run && run.last === number - 1 && run.to?.number === to?.number) run.last = number;
    else runs.push({ first: number, last: number, to });
  }
  return runs;
}

/** Whether a page of a thread shows fewer posts than it has numbers. @param posts the last number of the thread */
export function hasMoved(shown: readonly unknown[], page: number, posts: number, perPage: number): boolean {
  return shown.length < Math.min(perPage, posts - (page - 1) * perPage);
}
