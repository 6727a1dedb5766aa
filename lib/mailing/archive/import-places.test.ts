import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { asc, eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { area, attachment, mail, person, post, thread, threadArea } from '@/db/schema';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import type { ImportInput } from '../model';
import { importArchive } from './import-archive';
import { reparseMails } from './reparse-mails';

const folder = await mkdtemp(path.join(os.tmpdir(), 'raccordo-places-'));
const code = 'RSSMRA80A01H501U';

type Letter = {
  id: string;
  from?: string;
  subject?: string;
  day?: number;
  list?: string;
  head?: string[];
  body?: string;
};

function letter({ id, from = 'Rita <rita@segrate.example>', subject = 'Prova', day = 1, ...rest }: Letter) {
  const { list = 'operatori', head = [], body = 'Ciao' } = rest;
  const lines = [
    'From x@y.example Sun Jun 02 10:00:00 2024',
    ...[
      `From: ${from}`,
      `Subject: ${subject}`,
      `Date: ${day} May 2024 09:00:00 +0000`,
      `Message-ID: <${id}>`,
    ],
    ...(list ? [`List-Id: <${list}.liste.raccordo.example>`] : []),
    ...head,
  ];
  return `${lines.join('\n')}\n\n${body}\n\n`;
}

const context = (db: Database) => ({
  ...{ db, actor: { kind: 'system', name: 'command-line' } as const, now: new Date('2026-11-24') },
});

async function bringIn(db: Database, content: string, input: Partial<ImportInput> = {}) {
  const file = path.join(folder, 'a.mbox');
  await writeFile(file, content);
  return importArchive(context(db), { file, ...input }, { filesDir: folder });
}

async function world() {
  const { db } = await testDatabase();
  return { db, ...(await createWorld(db)) };
}

/** "title: text, text" of every thread. */
async function threadsOf(db: Database): Promise<string[]> {
  const rows = await db
    .select({ id: thread.id, title: thread.title, text: post.text })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .orderBy(asc(thread.startedAt), asc(thread.id), asc(post.number));
  const threads = new Map<string, string>();
  for (const { id, title, text } of rows) {
    const before = threads.get(id);
    threads.set(id, before ? `${before}, ${text}` : `${title}: ${text}`);
  }
  return [...threads.values()];
}

async function areasOf(db: Database): Promise<string[]> {
  const rows = await db
    .select({ title: thread.title, slug: area.slug })
    .from(threadArea)
    .innerJoin(thread, eq(thread.id, threadArea.threadId))
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .orderBy(asc(thread.startedAt), asc(area.position));
  return rows.map(({ title, slug }) => `${title} ${slug}`);
}

test('E37 an id that a mail of another archive has', async () => {
  const { db } = await world();
  await bringIn(db, letter({ id: 'a@x', body: 'uno' }));
  const second = letter({ id: 'a@x', body: 'due', subject: 'Altro' }) + letter({ id: 'b@x', body: 'tre' });
  const summary = await bringIn(db, second);
  expect(summary).toMatchObject({ imported: 2, new: 2, skipped: [] });
  expect(await bringIn(db, second)).toEqual({ ...summary, new: 0 });
  expect(await db.$count(post)).toBe(3);
  const own = await db.select({ text: post.text }).from(post).where(eq(post.messageId, 'a@x'));
  expect(own).toEqual([{ text: 'uno' }]);
});

test('mails of no known list come in once an area is named', async () => {
  const { db } = await world();
  const content = letter({ id: 'a@x', list: '' });
  const nowhere = { imported: 0, new: 0, skipped: [{ position: 1, reason: 'no-area' }] };
  expect(await bringIn(db, content)).toMatchObject(nowhere);
  expect(await bringIn(db, content)).toMatchObject(nowhere);
  expect(await db.$count(mail)).toBe(0);
  const placed = { imported: 1, threads: 1, skipped: [] };
  expect(await bringIn(db, content, { area: 'comuni' })).toMatchObject({ ...placed, new: 1 });
  expect(await bringIn(db, content)).toMatchObject({ ...placed, new: 0 });
});

test('a mail that an earlier version kept as broken comes in too', async () => {
  const { db } = await world();
  const content = letter({ id: 'a@x' });
  await bringIn(db, content);
  await db.delete(thread);
  await db.update(mail).set({ outcome: 'broken', reason: 'no-area' });
  expect(await bringIn(db, content)).toMatchObject({ imported: 1, new: 1 });
  expect(await bringIn(db, content)).toMatchObject({ imported: 1, new: 0 });
});

test('what the database refuses is named and passed over, the rest comes in', async () => {
  const { db } = await world();
  await db.execute(sql`alter table post add constraint refused check (text not like '%vietato%')`);
  await db.execute(sql`alter table mail add constraint refused check (subject <> 'Fuori sede')`);
  const content = [
    letter({ id: 'a@x', from: 'Uno <uno@x.example>', subject: 'Primo', body: 'uno' }),
    letter({ id: 'b@x', from: 'Due <due@x.example>', day: 2, head: ['In-Reply-To: <a@x>'], body: 'vietato' }),
    letter({ id: 'c@x', from: 'Due <due@x.example>', day: 3, head: ['In-Reply-To: <b@x>'], body: 'tre' }),
    letter({ id: 'd@x', from: 'Tre <tre@x.example>', subject: 'Secondo', day: 4, body: 'vietato' }),
    letter({ id: 'e@x', from: 'Due <due@x.example>', subject: 'Terzo', day: 5, body: 'cinque' }),
    letter({ id: 'f@x', subject: 'Fuori sede', day: 6 }),
  ].join('');
  const summary = await bringIn(db, content);
  expect(summary).toMatchObject({ messages: 6, imported: 3, new: 3, threads: 2, held: 0 });
  expect(summary.skipped).toEqual([2, 4, 6].map((position) => ({ position, reason: 'not-stored' })));
  expect(await threadsOf(db)).toEqual(['Primo: uno, tre', 'Terzo: cinque']);
  await db.execute(sql`alter table post drop constraint refused`);
  await db.execute(sql`alter table mail drop constraint refused`);
  expect(await bringIn(db, content)).toMatchObject({ imported: 5, new: 2, held: 1, threads: 3, skipped: [] });
});

test('a database that is gone ends the import', async () => {
  const { db } = await world();
  await db.execute(sql`drop table attachment`);
  await expect(
    bringIn(db, letter({ id: 'a@x', head: ['Content-Disposition: attachment; filename="a.csv"'] })),
  ).rejects.toThrow();
});

test('an answer on a narrower list stays there', async () => {
  const { db } = await world();
  await bringIn(db, letter({ id: 'a@x', list: 'novita', body: 'pubblico' }));
  const answers =
    letter({
      id: 'b@x',
      list: 'comuni',
      subject: 'Re: Prova',
      day: 2,
      head: ['In-Reply-To: <a@x>'],
      body: 'riservato',
    }) +
    letter({
      id: 'c@x',
      list: 'comuni',
      subject: 'Altro',
      day: 3,
      head: ['References: <a@x> <b@x>'],
      body: 'pure',
    }) +
    letter({
      id: 'd@x',
      list: 'novita',
      subject: 'Re: Prova',
      day: 4,
      head: ['References: <a@x> <b@x>'],
      body: 'aperto',
    });
  const summary = await bringIn(db, answers);
  expect(summary).toMatchObject({ imported: 3, new: 3 });
  expect(await threadsOf(db)).toEqual(['Prova: pubblico, aperto', 'Prova: riservato, pure']);
  expect(await areasOf(db)).toEqual(['Prova novita', 'Prova comuni']);
  expect(await bringIn(db, answers)).toEqual({ ...summary, new: 0 });
});

test('a mail to several lists stands in each of the same audience', async () => {
  const { db, areas } = await world();
  await db.update(area).set({ audience: 'network' }).where(eq(area.id, areas.scelti));
  const head = [
    'To: operatori@liste.raccordo.example, comuni@liste.raccordo.example',
    'Cc: Scelti@liste.raccordo.example',
  ];
  await bringIn(db, letter({ id: 'a@x', head }));
  expect(await areasOf(db)).toEqual(['Prova operatori', 'Prova scelti']);
  const [row] = await db.select({ home: thread.homeAreaId }).from(thread);
  expect(row?.home).toBe(areas.operatori);
  const late = letter({
    id: 'b@x',
    list: 'comuni',
    subject: 'Altro',
    day: 2,
    head: [...head, 'In-Reply-To: <a@x>'],
  });
  await bringIn(db, late);
  expect(await areasOf(db)).toEqual(['Prova operatori', 'Prova scelti', 'Altro comuni']);
});

test('writers are shown without their tax codes', async () => {
  const { db } = await world();
  await bringIn(
    db,
    letter({ id: 'a@x', from: `Rossi ${code} <r@altrove.example>` }) +
      letter({ id: 'b@x', from: `${code}@altrove.example`, subject: 'Altro' }),
  );
  const names = await db.select({ name: person.name }).from(person).where(eq(person.hasAccount, false));
  expect(names.map(({ name }) => name).sort()).toEqual(['Rossi [codice fiscale]', '[codice fiscale]']);
});

test('a subject with a tax code is found again by a later file', async () => {
  const { db } = await world();
  await bringIn(db, letter({ id: 'a@x', subject: `Pratica ${code}`, body: 'uno' }));
  await bringIn(db, letter({ id: 'b@x', subject: `R: Pratica ${code}`, day: 9, body: 'due' }));
  expect(await threadsOf(db)).toEqual(['Pratica [codice fiscale]: uno, due']);
});

test('titles and names of files are derived again; what cannot be read is counted', async () => {
  const { db } = await world();
  const head = [`Content-Disposition: attachment; filename="${code}.csv"`];
  await bringIn(
    db,
    letter({ id: 'a@x', subject: `Pratica ${code}`, head }) + letter({ id: 'b@x', day: 2, body: 'uno' }),
  );
  await db.update(thread).set({ title: 'old', slug: 'old', normalizedTitle: 'old' });
  await db.update(attachment).set({ name: code });
  await db
    .update(mail)
    .set({ raw: Buffer.from(`X-A: ${'x'.repeat(3_000_000)}\n\n`) })
    .where(eq(mail.messageId, 'b@x'));
  expect(await reparseMails(context(db))).toEqual({ mails: 2, changed: 1, failed: 1 });
  expect(await reparseMails(context(db))).toEqual({ mails: 2, changed: 0, failed: 1 });
  const rows = await db
    .select({ title: thread.title, slug: thread.slug, key: thread.normalizedTitle })
    .from(thread)
    .orderBy(asc(thread.startedAt));
  expect(rows[0]).toEqual({
    ...{ title: 'Pratica [codice fiscale]', slug: 'pratica-codice-fiscale', key: 'pratica [codice fiscale]' },
  });
  expect(await db.select({ name: attachment.name }).from(attachment)).toEqual([
    { name: '[codice fiscale].csv' },
  ]);
});
