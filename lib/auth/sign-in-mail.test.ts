import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { address } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { listCaught } from '@/lib/platform/mail/caught';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { completeSignIn } from './complete-sign-in';
import { requestSignIn } from './request-sign-in';

const database = await testDatabase();
const { db } = database;
const at = (minutes: number): Context => ({
  db,
  actor: anonymous,
  now: new Date(Date.now() + minutes * 60_000),
});
const folder = await localMail();

beforeAll(async () => {
  process.env.PUBLIC_URL = 'https://raccordo.example';
  await createWorld(db);
});

let client = 0;
const ask = (email: string, more: { returnTo?: string; shared?: boolean } = {}, ctx = at(0)) => {
  client += 1;
  const { returnTo = '/', shared = false } = more;
  return requestSignIn(ctx, { email, returnTo, shared, clientAddress: `192.0.2.${client}` }, 'it');
};

async function mails() {
  await runJobs(database);
  return listCaught(folder);
}

test('the mail of a person carries a link to the button, in text and HTML alike, that signs in', async () => {
  await ask('  OLGA@SanDonato.example ', { returnTo: '/forum/comuni/7-titolo?m=3', shared: true });
  const [mail] = await mails();
  expect(mail?.to).toBe(worldEmail('olga'));
  expect(mail?.subject).toBe('Accesso a Raccordo');
  const link = new URL(/https:\S+/.exec(mail?.text ?? '')?.[0] ?? '');
  expect(`${link.origin}${link.pathname}`).toBe('https://raccordo.example/accesso/conferma');
  expect(link.searchParams.get('ritorno')).toBe('/forum/comuni/7-titolo?m=3');
  expect(link.searchParams.get('condiviso')).toBe('1');
  expect(mail?.html).toContain(link.href.replaceAll('&', '&amp;'));
  expect(mail?.html).not.toContain('style="');
  expect(mail?.headers).toContainEqual({ key: 'auto-submitted', value: 'auto-generated' });
  const token = link.searchParams.get('codice') ?? '';
  const email = link.searchParams.get('indirizzo') ?? '';
  const cookie = await completeSignIn(at(1), { email, token, shared: true, userAgent: null });
  expect(cookie).toMatchObject({ name: '__Secure-authjs.session-token', secure: true });
});

test('strangers, offices and certified addresses are answered and queued alike, and get nothing', async () => {
  await db.insert(address).values([
    { email: 'ufficio@segrate.example', kind: 'office' },
    { email: 'comune@pec.example', kind: 'pec' },
  ]);
  const before = (await mails()).length;
  for (const email of ['chi@altrove.example', 'ufficio@segrate.example', 'comune@pec.example']) {
    expect(await ask(email)).toBeUndefined();
  }
  const [queued] = await db.execute<{ jobs: number }>(
    sql`select count(*)::int as jobs from graphile_worker.jobs where task_identifier = 'auth.send-sign-in-link'`,
  );
  expect(queued?.jobs).toBe(3);
  expect(await mails()).toHaveLength(before);
});

test('no token waits in the queue', async () => {
  await ask(worldEmail('rita'));
  const rows = await db.execute<{ payload: object }>(
    sql`select payload from graphile_worker._private_jobs where payload ->> 'email' = ${worldEmail('rita')}`,
  );
  expect(rows.map(({ payload }) => Object.keys(payload).sort())).toEqual([
    ['email', 'locale', 'returnTo', 'shared'],
  ]);
});

test('five links per address in a quarter of an hour, known or not', async () => {
  for (const email of [worldEmail('matteo'), 'nessuno@altrove.example']) {
    for (let times = 0; times < 5; times += 1) await ask(email);
    await expect(ask(email)).rejects.toMatchObject({ code: 'too-many', reason: 'too-many-links' });
    await ask(email, {}, at(16));
  }
});

test('simultaneous requests are counted one by one', async () => {
  const asked = await Promise.allSettled(Array.from({ length: 12 }, () => ask('molti@altrove.example')));
  expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(5);
});

test('thirty links per office in a quarter of an hour', async () => {
  const from = (index: number) =>
    requestSignIn(
      at(0),
      { email: `p${index}@altrove.example`, returnTo: '/', shared: false, clientAddress: '198.51.100.7' },
      'it',
    );
  for (let index = 0; index < 30; index += 1) await from(index);
  await expect(from(30)).rejects.toMatchObject({ code: 'too-many' });
});

test('the table of limits names nobody', async () => {
  const [found] = await db.execute(
    sql`select 1 from rate_limit where key like '%@%' or key like '%192.0.2%'`,
  );
  expect(found).toBeUndefined();
});

test.each(['', 'olga', 'olga@', 'olga@x', 'a b@c.example', 'olga@sandonato.example\r\nBcc: altri@x.example'])(
  '%j is no address',
  async (email) => {
    await expect(ask(email)).rejects.toMatchObject({
      code: 'invalid',
      reason: 'address-invalid',
      field: 'email',
    });
  },
);
