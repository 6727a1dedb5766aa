import { desc, eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, person, post, postRemoval, thread } from '@/db/schema';
import type { Actor, Member, Role } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { makeMember } from '@/lib/testing/actors';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';
import { listPosts } from '../posts/queries';
import { maySign, type OfficePostForPolicy } from './policy';
import { signOfficePost } from './sign-office-post';

const { db } = await testDatabase();
const { actors, areas, organizations } = await createWorld(db);
const { rita, matteo, olga, elena } = actors;
const posted = new Date('2026-09-10T08:00:00Z');
const soon = new Date('2026-09-11T08:00:00Z');
const officeId = newId();
await db
  .insert(person)
  .values({ id: officeId, name: 'Ufficio Stranieri', officeOfId: organizations.segrate });
const office: Member = { ...rita, personId: officeId, name: 'Ufficio Stranieri' };

let threadId: string;
let postIds: string[];

beforeEach(async () => {
  const authors = [office, matteo, office];
  const planted = await plantThread(db, {
    ...{ areas: [areas.operatori], title: 'Dalla casella', author: office },
    posts: authors.map((author, index) => ({ author, text: `Messaggio ${index + 1}`, at: posted })),
  });
  threadId = planted.id;
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number);
  postIds = rows.map(({ id }) => id);
});

const sign = (actor: Actor, number: number, now = soon) =>
  signOfficePost({ db, actor, now }, { postId: postIds[number - 1] });

/** Of the three posts, then who began the thread and who wrote in it last. */
async function signatures(): Promise<(string | undefined)[]> {
  const posts = await listPosts({ db, actor: rita, now: soon }, threadId, 1);
  const [held] = await db.select().from(thread).where(eq(thread.id, threadId));
  const names = new Map([office, matteo, rita].map(({ personId, name }) => [personId, name]));
  return [...posts.map(({ author }) => author.name), held?.authorId, held?.lastPosterId].map(
    (one) => names.get(one ?? '') ?? one ?? undefined,
  );
}

describe('a post of a shared mailbox', () => {
  test('is signed by who wrote it; the first one takes the thread along, the organisation stays', async () => {
    const before = await listPosts({ db, actor: rita, now: soon }, threadId, 1);
    expect(before.map((one) => one.officeId)).toEqual([organizations.segrate, null, organizations.segrate]);
    await sign(rita, 1);
    const [thread, last] = ['Rita Sala', 'Ufficio Stranieri'];
    expect(await signatures()).toEqual(['Rita Sala', 'Matteo Riva', 'Ufficio Stranieri', thread, last]);
    await sign(matteo, 3);
    expect((await signatures()).slice(2)).toEqual(['Matteo Riva', 'Rita Sala', 'Matteo Riva']);
    const after = await listPosts({ db, actor: rita, now: soon }, threadId, 1);
    expect(after.map(({ officeId: of, author }) => [of, author.organization?.slug])).toEqual([
      [null, 'segrate'],
      [null, 'segrate'],
      [null, 'segrate'],
    ]);
    const [entry] = await db.select().from(auditEntry).orderBy(desc(auditEntry.id)).limit(1);
    expect(entry).toMatchObject({
      ...{ act: 'forum.sign-office-post', subject: `post:${postIds[2]}`, personId: matteo.personId },
      detail: { from: officeId },
    });
  });

  test('signed once it is nobody else’s', async () => {
    await sign(rita, 1);
    await expect(sign(matteo, 1)).rejects.toMatchObject({ reason: 'not-your-office' });
  });

  test.each<[string, Actor, Date, string]>([
    ['another organisation', olga, soon, 'not-your-office'],
    ['a reader', elena, soon, 'readers-do-not-write'],
    ['after a month', rita, new Date('2026-10-10T08:00:01Z'), 'too-late-to-sign'],
  ])('is not signed by %s', async (_who, actor, now, reason) => {
    await expect(sign(actor, 3, now)).rejects.toMatchObject({ code: 'not-allowed', reason });
  });

  test('is not signed once it is hidden', async () => {
    const removal = { kind: 'hidden' as const, personId: olga.personId, reason: 'Prova', removedAt: posted };
    await db.insert(postRemoval).values({ postId: postIds[0] ?? '', ...removal });
    await expect(sign(rita, 1)).rejects.toMatchObject({ reason: 'post-removed' });
  });
});

test.each<[Role, boolean]>([
  ['operator', true],
  ['referent', true],
  ['officer', true],
  ['coordinator', true],
  ['reader', false],
  ['admin', false],
])('a %s of the office may sign: %s', (role, allowed) => {
  const area = { audience: 'network', postingRule: 'members', admitted: [] } as const;
  const thread = { areas: [area] };
  const held: OfficePostForPolicy = { officeId: 'own', postedAt: posted, isRemoved: false, thread };
  expect(maySign(makeMember(role), held, soon).allowed).toBe(allowed);
});
