import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { attachment, file, post } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';
import { findAudience } from './find-audience';
import { findPostsWithFile } from './queries';

const { db } = await testDatabase();
const world = await createWorld(db);
const ctx = { db, actor: world.actors.elena, now: new Date('2026-09-10T09:00:00Z') };
const sha256 = 'd'.repeat(64);
/** More than one condition can mean. */
const many = 1_100;

/** Posts with a file each, an hour apart from this moment on. */
async function plantFiles(areaId: string, number: number, from: Date): Promise<string[]> {
  const posts = Array.from({ length: number }, (_, index) => ({
    text: 'Modulo',
    at: new Date(from.getTime() + index * 3_600_000),
  }));
  const { id } = await plantThread(db, {
    ...{ areas: [areaId], title: 'Moduli', author: world.actors.piero },
    posts,
  });
  const rows = await db.select({ id: post.id }).from(post).where(eq(post.threadId, id)).orderBy(post.number);
  await db
    .insert(attachment)
    .values(rows.map((row) => ({ id: newId(), postId: row.id, position: 0, sha256, name: 'modulo.pdf' })));
  return rows.map((row) => row.id);
}

test('of more posts with such a file than can be meant those count that may be read, the newest first', async () => {
  await db.insert(file).values({ sha256, size: 10, mediaType: 'application/pdf', textState: 'none' });
  const [newest = ''] = await plantFiles(world.areas.operatori, 1, new Date('2026-09-01T08:00:00Z'));
  const older = await plantFiles(world.areas.operatori, many, new Date('2019-01-01T08:00:00Z'));
  await plantFiles(world.areas.scelti, many, new Date('2020-01-01T08:00:00Z'));
  const found = await findPostsWithFile(ctx, await findAudience(ctx), 'pdf');
  expect(found).toHaveLength(1000);
  expect(found).toEqual([newest, ...older.toReversed().slice(0, 999)]);
});
