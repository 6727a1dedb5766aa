import { eq, sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { post, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { findHeldThread } from './find-held-thread';
import { countThreads, listThreads } from './queries';

const { db } = await testDatabase();
let world: World;
const ctx = (): Context => ({ db, actor: world.actors.rita, now: new Date() });

beforeAll(async () => {
  world = await createWorld(db);
});

const plant = (title: string, isQuestion: boolean) =>
  plantThread(db, { areas: [world.areas.comuni], title, author: world.actors.matteo, isQuestion });

test('a question waits for an answer, a notice does not, and what came by mail was a question', async () => {
  const notice = await plant('Chiusura estiva', false);
  const question = await plant('Quanto vale?', true);
  const mailed = await plant('Chiesto per posta', false);
  await db.update(post).set({ channel: 'mail' }).where(eq(post.threadId, mailed.id));
  const list = { areaId: world.areas.comuni, page: 1 };
  const rows = await listThreads(ctx(), { ...list, filter: 'unanswered' });
  expect(rows.map(({ title }) => title).toSorted()).toEqual(['Chiesto per posta', 'Quanto vale?']);
  expect(await countThreads(ctx(), list)).toMatchObject({ unanswered: 2 });
  const held = async (id: string) => (await findHeldThread(ctx(), id)).isQuestion;
  expect(await Promise.all([notice, question, mailed].map(({ id }) => held(id)))).toEqual([
    false,
    true,
    true,
  ]);
});

test('what an answer was chosen for was a question, whatever its author said', async () => {
  const { id } = await plant('Senza segno', false);
  const first = db.select({ id: post.id }).from(post).where(eq(post.threadId, id));
  await db
    .update(thread)
    .set({ solvedByPostId: sql`(${first})` })
    .where(eq(thread.id, id));
  expect((await findHeldThread(ctx(), id)).isQuestion).toBe(true);
});
