import { mkdtemp } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { loadRows } from '@/db/demo/load-rows';
import { auditEntry, mail, person, post, thread } from '@/db/schema';
import { testDatabase } from '@/lib/testing/database';
import expected from '../fixtures/archive-expected.json';
import type { ImportInput } from '../model';
import { type ImportTools, importArchive } from './import-archive';

const file = path.resolve(import.meta.dirname, '../../../db/demo/archivio.mbox');
const filesDir = await mkdtemp(path.join(os.tmpdir(), 'raccordo-files-'));
const counts = {
  messages: 348,
  imported: 333,
  duplicates: 6,
  autoReplies: 4,
  bounces: 3,
  held: 2,
  masked: 0,
  threads: 70,
  attachments: 32,
  skipped: [],
};

function run(db: Database, input: Partial<ImportInput> = {}, tools: Partial<ImportTools> = {}) {
  const ctx = { db, actor: { kind: 'system', name: 'command-line' } as const, now: new Date() };
  return importArchive(ctx, { file, holdStrangers: true, ...input }, { filesDir, ...tools });
}

/** Message-IDs of every thread, in the order of its posts. */
async function threadsOf(db: Database): Promise<string[][]> {
  const rows = await db
    .select({ threadId: post.threadId, messageId: post.messageId })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .orderBy(asc(thread.startedAt), asc(post.threadId), asc(post.number));
  const threads = new Map<string, string[]>();
  for (const { threadId, messageId } of rows) {
    threads.set(threadId, [...(threads.get(threadId) ?? []), messageId ?? '']);
  }
  return [...threads.values()];
}

const asSets = (threads: string[][]) => threads.map((ids) => [...ids].sort().join(' ')).sort();

test('E92 the archive comes in, and comes in once', async () => {
  const { db } = await testDatabase();
  await loadRows(db);
  expect(await run(db, { dryRun: true })).toEqual({ ...counts, new: 333 });
  expect(await db.$count(post)).toBe(0);
  expect(await db.$count(mail)).toBe(0);
  expect(await db.$count(auditEntry)).toBe(0);

  expect(await run(db)).toEqual({ ...counts, new: 333 });
  expect(asSets(await threadsOf(db))).toEqual(asSets(expected.perThread.map((each) => each.messageIds)));
  const before = await threadsOf(db);
  expect(await run(db)).toEqual({ ...counts, new: 0 });
  expect(await run(db, { dryRun: true })).toEqual({ ...counts, new: 0 });
  expect(await threadsOf(db)).toEqual(before);
  expect(await db.$count(auditEntry)).toBe(2);
  expect(await db.$count(mail)).toBe(counts.messages - counts.duplicates);

  for (const { messageId, author } of expected.mungedFrom) {
    const [row] = await db
      .select({ email: person.email })
      .from(post)
      .innerJoin(person, eq(person.id, post.authorId))
      .where(eq(post.messageId, messageId));
    expect(row?.email).toBe(author);
  }
});
