import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { anonymous } from '@/lib/core/actor';
import { testDatabase } from '@/lib/testing/database';
import { record } from './record';
import { findBrokenSeal, sealAudit } from './seal';

const { db } = await testDatabase();
const ctx = { db, actor: anonymous, now: new Date() };
const write = (act: string) => record(ctx, { act, subject: 'person:1', detail: { b: 1, a: ['x'] } });

test('rows are sealed in order, later ones onto earlier ones, and a change shows', async () => {
  await write('one');
  await write('two');
  expect(await sealAudit(db)).toBe(2);
  await write('three');
  expect(await sealAudit(db)).toBe(1);
  expect(await sealAudit(db)).toBe(0);
  expect(await findBrokenSeal(db)).toBeNull();
  await db.execute(sql`update audit_entry set detail = '{}' where act = 'two'`);
  expect(await findBrokenSeal(db)).toBe('2');
});

test('a row taken away shows', async () => {
  await db.execute(sql`update audit_entry set detail = '{"b": 1, "a": ["x"]}' where act = 'two'`);
  expect(await findBrokenSeal(db)).toBeNull();
  await db.execute(sql`delete from audit_entry where act = 'two'`);
  expect(await findBrokenSeal(db)).toBe('3');
});

test('while someone is writing the sealing gives way', async () => {
  await db.transaction(async (tx) => {
    await record({ ...ctx, db: tx }, { act: 'long', subject: 'person:1' });
    expect(await sealAudit(db)).toBe(0);
  });
  expect(await sealAudit(db)).toBe(1);
});
