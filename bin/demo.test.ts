import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { eq, isNotNull } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { demoKey } from '@/db/demo/finish-demo';
import { area, areaFollow, person, post, seat, setting, thread, threadArea, threadTag } from '@/db/schema';
import { testDatabase } from '@/lib/testing/database';
import { ensureDemo } from './demo';

const filesDir = await mkdtemp(path.join(os.tmpdir(), 'raccordo-demo-'));

test('the demonstration world is made once, and finished when a start died', async () => {
  const { db, url } = await testDatabase();
  const dying = ensureDemo(url, filesDir, (share) => {
    if (share > 0.9) throw new Error('killed');
  });
  await expect(dying).rejects.toThrow('killed');
  expect(await ensureDemo(url, filesDir)).toBe('333 messages in 70 threads');
  expect(await ensureDemo(url, filesDir)).toBe('as it was');

  expect(await db.$count(thread)).toBe(73);
  expect(await db.$count(post)).toBe(336);
  expect(await db.$count(threadTag)).toBeGreaterThan(70);
  expect(await db.$count(thread, isNotNull(thread.solvedByPostId))).toBeGreaterThan(40);
  expect(await db.$count(person, eq(person.hasAccount, true))).toBe(29);
  expect(await db.$count(seat)).toBe(30);
  expect(await db.$count(areaFollow)).toBe(28 * 7);
  expect(await db.$count(setting, eq(setting.key, demoKey))).toBe(1);
  const shown = await db
    .select({ title: thread.title })
    .from(thread)
    .innerJoin(threadArea, eq(threadArea.threadId, thread.id))
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .where(eq(area.audience, 'public'));
  expect(shown).toHaveLength(3);
});
