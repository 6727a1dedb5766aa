import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Database } from '@/db/client';
import { attachment, mail, oldAddress, person, post, thread, threadArea } from '@/db/schema';
import { Refusal } from '@/lib/core/refusal';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import type { ImportInput } from '../model';
import { type ImportTools, importArchive } from './import-archive';
import { importOldAddresses } from './import-old-addresses';
import { reparseMails } from './reparse-mails';

const folder = await mkdtemp(path.join(os.tmpdir(), 'raccordo-import-'));
const fromLine = 'From x@y.example Sun Jun 02 10:00:00 2024';

type Letter = {
  id?: string;
  from?: string;
  subject?: string;
  day?: number;
  head?: string[];
  body?: string;
};

function letter({
  id,
  from = 'Rita <rita@segrate.example>',
  subject = 'Prova',
  day = 1,
  head = [],
  body = 'Ciao',
}: Letter) {
  const lines = [
    fromLine,
    `From: ${from}`,
    `Subject: ${subject}`,
    `Date: ${String(day).padStart(2, '0')} May 2024 09:00:00 +0000`,
    'List-Id: <operatori.liste.raccordo.example>',
    'Content-Type: text/plain; charset=utf-8',
    ...(id ? [`Message-ID: <${id}>`] : []),
    ...head,
  ];
  return `${lines.join('\n')}\n\n${body}\n\n`;
}

async function bringIn(
  db: Database,
  content: string,
  input: Partial<ImportInput> = {},
  tools: Partial<ImportTools> = {},
) {
  const file = path.join(folder, 'a.mbox');
  await writeFile(file, content);
  return importArchive(context(db), { file, ...input }, { filesDir: folder, ...tools });
}

function context(db: Database) {
  return { db, actor: { kind: 'system', name: 'command-line' } as const, now: new Date('2026-11-24') };
}

async function world() {
  const { db } = await testDatabase();
  return { db, ...(await createWorld(db)) };
}

function postsOf(db: Database) {
  return db
    .select({
      ...{ thread: thread.title, number: post.number, id: post.messageId, html: post.html, by: person.email },
      ...{ count: thread.postCount, lastAt: thread.lastPostAt, areaAt: threadArea.lastPostAt },
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(threadArea, eq(threadArea.threadId, thread.id))
    .innerJoin(person, eq(person.id, post.authorId))
    .orderBy(asc(thread.startedAt), asc(thread.title), asc(post.number));
}

const many = Array.from({ length: 60 }, (_, index) =>
  letter({
    id: `m${index}@x`,
    subject: `Tema ${index % 20}`,
    day: 1 + (index % 28),
    head: index >= 20 ? [`In-Reply-To: <m${index - 20}@x>`] : [],
    body: `Testo ${index}`,
  }),
).join('');

test('a run that dies in the middle is finished by the next, as if nothing had been', async () => {
  const [whole, broken] = [await world(), await world()];
  await bringIn(whole.db, many);
  const dying = bringIn(
    broken.db,
    many,
    {},
    {
      batchSize: 10,
      report: (share) => {
        if (share > 0.7) throw new Error('killed');
      },
    },
  );
  await expect(dying).rejects.toThrow('killed');
  const left = await broken.db.$count(post);
  expect(left).toBeGreaterThan(0);
  expect(left).toBeLessThan(60);
  expect(await bringIn(broken.db, many)).toMatchObject({ imported: 60, new: 60 - left, threads: 20 });
  expect(await postsOf(broken.db)).toEqual(await postsOf(whole.db));
});

test('two runs at once bring each mail once', async () => {
  const { db } = await world();
  const runs = await Promise.all([
    bringIn(db, many, {}, { batchSize: 7 }),
    bringIn(db, many, {}, { batchSize: 7 }),
  ]);
  expect(runs.map((each) => each.new).reduce((sum, count) => sum + count, 0)).toBe(60);
  expect(await db.$count(post)).toBe(60);
  expect(await db.$count(thread)).toBe(20);
});

test('broken messages are named and passed over', async () => {
  const { db } = await world();
  const content = [
    letter({ id: 'a@x' }),
    `${fromLine}\n\u0000\u0001garbage\n\n`,
    `${fromLine}\nSubject: nobody\nList-Id: <operatori.liste.raccordo.example>\n\nCiao\n\n`,
    letter({ id: 'b@x' }).replace('operatori', 'altra'),
    `${fromLine}\nFrom: a@x.example\n${'X-A: '.padEnd(3_000_000, 'x')}\n\nCiao\n\n`,
    letter({ id: 'c@x', subject: 'Altro' }),
    `${fromLine}\n\n`,
  ].join('');
  const summary = await bringIn(db, content);
  expect(summary).toMatchObject({ messages: 7, imported: 2, threads: 2 });
  expect(summary.skipped).toEqual([
    { position: 2, reason: 'no-sender' },
    { position: 3, reason: 'no-sender' },
    { position: 4, reason: 'no-area' },
    { position: 5, reason: 'unreadable' },
    { position: 7, reason: 'no-headers' },
  ]);
  expect(await bringIn(db, content)).toEqual({ ...summary, new: 0 });
});

test('E37 one id, two messages: neither is lost', async () => {
  const { db } = await world();
  const content = [
    letter({ id: 'a@x', body: 'uno' }),
    letter({ id: 'a@x', body: 'due', subject: 'Altro' }),
    letter({ id: 'a@x', body: 'uno  ' }),
    letter({ body: 'senza', subject: 'Terzo' }),
    letter({ body: 'senza', subject: 'Terzo' }),
  ].join('');
  const summary = await bringIn(db, content);
  expect(summary).toMatchObject({ messages: 5, imported: 3, duplicates: 2, threads: 3 });
  expect(await bringIn(db, content)).toEqual({ ...summary, new: 0 });
});

test('strangers wait when asked, else come in as former writers; an earlier decision stands', async () => {
  const { db } = await world();
  const content = [
    letter({ id: 'a@x', from: 'Estraneo <e@altrove.example>' }),
    letter({ id: 'b@x', from: 'Ufficio <u@pec.segrate.example>', subject: 'Altro' }),
  ].join('');
  expect(await bringIn(db, content, { holdStrangers: true })).toMatchObject({ imported: 1, held: 1 });
  expect(await bringIn(db, content)).toMatchObject({ imported: 1, held: 1, new: 0 });
  const other = letter({ id: 'c@x', from: 'Estraneo <e@altrove.example>', subject: 'Terzo' });
  expect(await bringIn(db, other)).toMatchObject({ imported: 1, held: 0, new: 1 });
  const [writer] = await db.select().from(person).where(eq(person.email, 'e@altrove.example'));
  expect(writer).toMatchObject({ name: 'Estraneo', hasAccount: false });
});

test('a later file lengthens threads that stand', async () => {
  const { db } = await world();
  await bringIn(db, letter({ id: 'b@x', day: 3, head: ['In-Reply-To: <a@x>'] }));
  await bringIn(
    db,
    letter({ id: 'a@x', day: 1 }) + letter({ id: 'c@x', day: 5, head: ['References: <b@x>'] }),
  );
  const posts = await postsOf(db);
  expect(posts.map(({ id, number }) => `${number} ${id}`)).toEqual(['1 b@x', '2 a@x', '3 c@x']);
  expect(posts[0]).toMatchObject({
    count: 3,
    lastAt: new Date('2024-05-05T09:00:00Z'),
    areaAt: posts[0]?.lastAt,
  });
});

test('personal data are masked in the post and counted, the raw mail stays', async () => {
  const { db } = await world();
  const code = 'RSSMRA80A01H501U';
  const content = letter({ id: 'a@x', subject: `Pratica ${code}`, body: `CF ${code}\n\n-- \n${code}` });
  expect(await bringIn(db, content)).toMatchObject({ masked: 3 });
  const [row] = await db.select().from(post).innerJoin(thread, eq(thread.id, post.threadId));
  expect(JSON.stringify(row).toUpperCase()).not.toContain(code);
  expect(row?.post.masked).toBe(3);
  const [stored] = await db.select().from(mail);
  expect(Buffer.from(stored?.raw ?? []).toString()).toContain(code);
});

test('texts are derived again from the stored mails', async () => {
  const { db } = await world();
  await bringIn(db, letter({ id: 'a@x', body: 'Il testo' }));
  await db.update(post).set({ html: 'old', text: 'old' });
  expect(await reparseMails(context(db))).toEqual({ mails: 1, changed: 1, failed: 0 });
  expect(await reparseMails(context(db))).toEqual({ mails: 1, changed: 0, failed: 0 });
  expect(await db.select({ html: post.html }).from(post)).toEqual([{ html: '<p>Il testo</p>' }]);
});

test('files are stored with their posts', async () => {
  const { db } = await world();
  const head = ['Content-Disposition: attachment; filename="a.csv"'];
  expect(await bringIn(db, letter({ id: 'a@x', head, body: 'a;b' }))).toMatchObject({ attachments: 1 });
  expect(await db.select().from(attachment)).toMatchObject([{ name: 'a.csv', inline: false, position: 0 }]);
});

test('old addresses lead to messages; foreign ones are named', async () => {
  const { db } = await world();
  const file = path.join(folder, 'old.csv');
  const lines = [
    'path;id',
    'https://old.example/pipermail/op/1.html;<a@x>',
    '"/archives/2",b@x',
    '/forum/1,c@x',
    'x',
  ];
  await writeFile(file, lines.join('\n'));
  const summary = await importOldAddresses(context(db), { file });
  expect(summary).toEqual({
    addresses: 2,
    skipped: [
      { line: 4, reason: 'foreign-path' },
      { line: 5, reason: 'no-message-id' },
    ],
  });
  expect(await db.select({ path: oldAddress.path }).from(oldAddress).orderBy(oldAddress.path)).toEqual([
    { path: '/archives/2' },
    { path: '/pipermail/op/1.html' },
  ]);
});

test('refusals: no file, no area, nobody but the machine', async () => {
  const { db, actors } = await world();
  const ctx = { ...context(db), actor: actors.ada };
  const tools = { filesDir: folder };
  const file = path.join(folder, 'a.mbox');
  const reasons = await Promise.all(
    [
      importArchive(context(db), { file: path.join(folder, 'none') }, tools),
      importArchive(context(db), { file: folder }, tools),
      importArchive(context(db), { file, area: 'none' }, tools),
      importArchive(ctx, { file }, tools),
      reparseMails(ctx),
    ].map((run) => run.catch((error: unknown) => error instanceof Refusal && error.reason)),
  );
  expect(reasons).toEqual([
    'archive-missing',
    'archive-missing',
    'area-unknown',
    'command-line-only',
    'command-line-only',
  ]);
});
