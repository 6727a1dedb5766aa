import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { attachment, auditEntry, post, thread } from '@/db/schema';
import { findRow, store } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { emptyMail } from '@/lib/testing/mail-stage';
import { pdf, withFiles } from '@/lib/testing/mail-with-files';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { decideMail } from './decide-mail';

await localMail();
const database = await testDatabase();
const { db } = database;
const from = worldEmail('matteo');

beforeAll(async () => {
  await createWorld(db);
});

beforeEach(() => emptyMail(database));

/** A database whose process dies when all is written and nothing committed. */
const dying = new Proxy(db, {
  get: (target, name) =>
    name === 'transaction'
      ? (work: (tx: Database) => Promise<unknown>) =>
          target.transaction(async (tx) => {
            await work(tx);
            throw new Error('killed');
          })
      : Reflect.get(target, name),
}) as unknown as Database;

const ctx = (on: Database) => ({
  db: on,
  actor: { kind: 'system', name: 'worker' } as const,
  now: new Date(),
});

test('E02: a worker that dies before the commit leaves nothing, and the next does all of it once', async () => {
  const raw = withFiles('A metà', [{ name: 'a.pdf', type: 'application/pdf', bytes: pdf('a') }]);
  const mailId = await store(database, { from, raw });
  const recorded = await db.$count(auditEntry);
  for (let count = 0; count < 3; count++) {
    await expect(decideMail(ctx(dying), { mailId })).rejects.toThrow('killed');
    expect(await findRow(database, mailId)).toMatchObject({
      outcome: 'received',
      messageId: null,
      postId: null,
    });
  }
  expect(await db.$count(thread)).toBe(0);
  expect(await db.$count(auditEntry)).toBe(recorded);
  expect(await decideMail(ctx(db), { mailId })).toMatchObject({ outcome: 'new-thread' });
  expect(await db.$count(post)).toBe(1);
  expect(await db.$count(attachment)).toBe(1);
});

test('E12 E14: what our own receiver saw counts, whatever the mail says of itself', async () => {
  const headers = ['Authentication-Results: liste.raccordo.example; spf=pass; dkim=pass; dmarc=pass'];
  const failed = { spf: 'fail', dkim: 'none', dmarc: 'fail' };
  const mailId = await store(database, { from, subject: 'Falsa', headers, authentication: failed });
  expect(await decideMail(ctx(db), { mailId })).toMatchObject({ outcome: 'held', reason: 'spoofed' });
});
