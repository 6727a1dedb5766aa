import { setTimeout as pause } from 'node:timers/promises';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';
import { Changes } from './changes.mjs';

const { db, url } = await testDatabase();
let world: World;
let heard = 0;
let line: Changes;

beforeAll(async () => {
  world = await createWorld(db);
  line = new Changes(url, () => {
    heard += 1;
  });
  await until(() => line.isTold());
});
afterAll(() => line.close());

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await pause(5);
}

test('a thread and an answer are told, each once', async () => {
  const ctx = { db, actor: world.actors.matteo, now: new Date() };
  const body = textToDocument('Un testo.');
  let before = heard;
  const { threadId } = await openThread(ctx, { title: 'Una prova', areas: ['operatori'], body });
  await until(() => heard > before);
  before = heard;
  await postReply(ctx, { threadId, body });
  await until(() => heard > before);
  expect(heard).toBe(before + 1);
});

test.each([
  'area',
  'thread',
  'thread_area',
  'thread_tag',
  'thread_event',
  'thread_merge',
  'tag_synonym',
  'post',
  'post_move',
  'post_removal',
  'attachment',
  'file',
  'person',
  'organization',
  'lead_mandate',
  'seat',
])('a change in %s is told when its transaction ends, and not when it is taken back', async (table) => {
  const touch = sql.raw(`delete from ${table} where false`);
  const before = heard;
  const undone = db.transaction(async (tx) => {
    await tx.execute(touch);
    throw new Error('undone');
  });
  await expect(undone).rejects.toThrow('undone');
  await db.transaction(async (tx) => {
    await tx.execute(touch);
    await tx.execute(touch);
  });
  await until(() => heard > before);
  expect(heard).toBe(before + 1);
});

test('a connection that is lost is known to be lost, and what was missed counts as changed', async () => {
  const before = heard;
  await db.execute(sql`select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = 'raccordo-pages' and datname = current_database()`);
  await until(() => !line.isTold());
  expect(heard).toBe(before + 1);
  await until(() => line.isTold());
  expect(heard).toBe(before + 2);
  await db.execute(sql`delete from post where false`);
  await until(() => heard === before + 3);
});

test('where no database answers nothing is told', async () => {
  const deaf = new Changes('postgres://nobody@127.0.0.1:1/none', () => {});
  expect(deaf.isTold()).toBe(false);
  await deaf.close();
});
