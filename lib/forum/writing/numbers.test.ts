import { asc, eq } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect } from '@/db/client';
import { person, post, seat, thread } from '@/db/schema';
import type { Member } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { createWorld, type World } from '@/lib/testing/world';
import { countUnread } from '../following/queries';
import { markRead } from '../mark-read';
import { markUnreadFrom } from '../mark-unread-from';
import { findThread, listPosts } from '../posts/queries';
import { takeBack } from '../removals/take-back';
import type { Published } from './model';
import { openThread } from './open-thread';
import { postReply } from './post-reply';

const { db, url } = await testDatabase();
const crowd = connect(url, 30);
const start = Date.parse('2026-09-10T09:00:00Z');
const moment = (seconds: number) => new Date(start + seconds * 1000);
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
  await db.update(person).set({ createdAt: new Date('2026-09-01T00:00:00Z') });
});

afterAll(() => crowd.close());

async function invite(count: number): Promise<Member[]> {
  const { matteo } = world.actors;
  const people = Array.from({ length: count }, (_, index) => ({
    ...{ id: newId(), name: `Persona ${index}`, hasAccount: true },
    createdAt: new Date('2026-09-01T00:00:00Z'),
  }));
  await db.insert(person).values(people);
  return Promise.all(
    people.map(async ({ id, name }) => {
      const held = { ...matteo.seat, id: newId() };
      const organizationId = held.organization.id;
      await db.insert(seat).values({ id: held.id, personId: id, organizationId, role: 'operator' });
      return { ...matteo, personId: id, name, seat: held, seats: [held] };
    }),
  );
}

const open = () =>
  openThread(
    { db, actor: world.actors.rita, now: moment(0) },
    { title: 'Tutti insieme', areas: ['operatori'], body: paragraphs('Chi c’è?') },
  );

async function numbers(threadId: string): Promise<number[]> {
  const posts = db.select({ number: post.number }).from(post).where(eq(post.threadId, threadId));
  return (await posts.orderBy(asc(post.number))).map((row) => row.number);
}

const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

test('thirty people post at once: numbers without gap or double, and the thread knows how many', async () => {
  const opened = await open();
  const people = await invite(30);
  const sent = await Promise.all(
    people.map((actor) =>
      postReply(
        { db: crowd.db, actor, now: moment(Math.random()) },
        { threadId: opened.threadId, body: paragraphs(actor.name) },
      ),
    ),
  );
  expect(await numbers(opened.threadId)).toEqual(upTo(31));
  expect(sent.map((one) => one.post).toSorted((one, other) => one - other)).toEqual(upTo(31).slice(1));
  const [row] = await db.select().from(thread).where(eq(thread.id, opened.threadId));
  const last = await db
    .select({ postedAt: post.postedAt })
    .from(post)
    .where(eq(post.threadId, opened.threadId));
  expect(row?.postCount).toBe(31);
  expect(row?.lastPostAt.getTime()).toBe(Math.max(...last.map(({ postedAt }) => postedAt.getTime())));
});

test('posting and taking back at once leaves numbers whole', async () => {
  const opened = await open();
  const people = await invite(12);
  await Promise.all(
    people.map(async (actor, index) => {
      const ctx = { db: crowd.db, actor, now: moment(0) };
      const sent = await postReply(ctx, { threadId: opened.threadId, body: paragraphs(actor.name) });
      if (index % 2 === 0) await takeBack(ctx, { postId: sent.postId });
    }),
  );
  const left = await numbers(opened.threadId);
  expect(left).toEqual(upTo(left.length));
  const [row] = await db.select().from(thread).where(eq(thread.id, opened.threadId));
  expect(row?.postCount).toBe(left.length);
  const posts = await listPosts({ db, actor: world.actors.rita, now: moment(60) }, opened.threadId, 1);
  expect(posts.filter(({ removal }) => removal === null)).toHaveLength(7);
});

test('two people in their threads at once do not wait for each other for ever', async () => {
  const [one, other] = [await open(), await open()];
  const people = await invite(10);
  const sends = people.flatMap((actor, index) =>
    (index % 2 ? [one, other] : [other, one]).map(({ threadId }) =>
      postReply({ db: crowd.db, actor, now: moment(1) }, { threadId, body: paragraphs('x') }),
    ),
  );
  await Promise.all(sends);
  expect(await numbers(one.threadId)).toEqual(upTo(11));
  expect(await numbers(other.threadId)).toEqual(upTo(11));
});

/** A small generator of random numbers, so that a failure can be run again by its seed. */
function randomOf(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** What a reader would say by heart: the posts they have not seen, by identity and not by number. */
type Memory = { posts: string[]; seen: Set<string>[] };

test.each([1, 2, 3, 4, 5, 6])('unread counts agree with a replay of random acts (seed %i)', async (seed) => {
  const random = randomOf(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const people = await invite(4);
  const opened: Published = await open();
  const memory: Memory = { posts: [opened.postId], seen: people.map(() => new Set()) };
  for (let step = 0; step < 40; step++) {
    const who = Math.floor(random() * people.length);
    const ctx = { db, actor: people[who] as Member, now: moment(step + 1) };
    await pick([act.post, act.post, act.read, act.unread, act.takeBack])(
      ctx,
      who,
      opened.threadId,
      memory,
      random,
    );
    for (const [index, actor] of people.entries()) {
      const counted = await countUnread({ ...ctx, actor }, [opened.threadId]);
      const expected = unreadOf(memory, index);
      expect([step, index, counted.get(opened.threadId)]).toEqual([step, index, expected]);
    }
  }
  expect((await findThread({ db, actor: world.actors.rita, now: moment(99) }, opened.number)).posts).toBe(
    memory.posts.length,
  );
});

function unreadOf({ posts, seen }: Memory, who: number): number {
  const first = posts.findIndex((id) => !seen[who]?.has(id));
  return first < 0 ? 0 : posts.length - first;
}

type Act = (
  ctx: { db: typeof db; actor: Member; now: Date },
  who: number,
  threadId: string,
  memory: Memory,
  random: () => number,
) => Promise<void>;

const act: Record<'post' | 'read' | 'unread' | 'takeBack', Act> = {
  post: async (ctx, who, threadId, { posts, seen }) => {
    const { postId } = await postReply(ctx, { threadId, body: paragraphs('x') });
    const knewAll = posts.every((id) => seen[who]?.has(id));
    posts.push(postId);
    if (knewAll) seen[who]?.add(postId);
  },
  read: async (ctx, who, threadId, { posts, seen }, random) => {
    const number = 1 + Math.floor(random() * posts.length);
    await markRead(ctx, { threadId, number });
    for (const id of posts.slice(0, number)) seen[who]?.add(id);
  },
  unread: async (ctx, who, threadId, { posts, seen }, random) => {
    const number = 1 + Math.floor(random() * posts.length);
    await markUnreadFrom(ctx, { threadId, number });
    seen[who] = new Set(posts.slice(0, number - 1));
  },
  takeBack: async (ctx, _who, _threadId, { posts, seen }) => {
    const postId = posts.at(-1) ?? '';
    try {
      await takeBack(ctx, { postId });
    } catch (error) {
      if (error instanceof Refusal) return;
      throw error;
    }
    posts.pop();
    for (const known of seen) known.delete(postId);
  },
};
