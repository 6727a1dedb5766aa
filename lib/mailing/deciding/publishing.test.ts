import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { address, automaticAnswer, draft, person, post, thread, threadArea } from '@/db/schema';
import { lockThread } from '@/lib/forum/moderation/lock-thread';
import { arrive, findRow, operatori, store, writeMail } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, plantCopy, plantQuestion, postOf, postsOf } from '@/lib/testing/mail-stage';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { decideMail } from './decide-mail';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
let world: World;
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;
const ctx = () => ({ db, actor: { kind: 'system', name: 'worker' } as const, now: new Date() });

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(() => emptyMail(database));

test('E62: an answer stands in its thread, signed, with its own id, its quote folded and nobody waiting to hear', async () => {
  const { id, messageId } = await plantQuestion(database, world);
  const row = await arrive(database, {
    ...{ from: matteo, subject: 'R: Idoneità', messageId: 'a1@segrate.example' },
    headers: [`In-Reply-To: <${messageId}>`],
    text: 'Così.\r\n\r\nIl giorno 7 set 2026, Rita Sala ha scritto:\r\n> Come si fa?',
  });
  expect(row).toMatchObject({
    outcome: 'posted',
    reason: null,
    sender: worldEmail('matteo'),
    areaId: world.areas.operatori,
  });
  expect(row.detail).toMatchObject({ author: 'person', via: 'in-reply-to', addressed: [operatori] });
  const [first, answer] = await postsOf(database, id);
  expect(answer).toMatchObject({
    ...{ number: 2, channel: 'mail', text: 'Così.', messageId: 'a1@segrate.example', replyToId: first?.id },
    ...{ authorId: world.actors.matteo.personId, organizationId: world.organizations.segrate, masked: 0 },
  });
  expect(answer?.quotedHtml).toContain('Come si fa?');
  const [counted] = await db.select().from(thread).where(eq(thread.id, id));
  expect(counted).toMatchObject({ postCount: 2, lastPosterId: world.actors.matteo.personId });
  expect(await db.$count(draft)).toBe(0);
});

test('a mail to two areas is one thread in both', async () => {
  const row = await arrive(database, {
    from: matteo,
    to: `${operatori}, comuni@liste.raccordo.example`,
    subject: 'Nuovo modulo',
    envelope: { to: [operatori, 'comuni@liste.raccordo.example'] },
  });
  expect(row.outcome).toBe('new-thread');
  const { threadId } = await postOf(database, row);
  const [opened] = await db.select().from(thread).where(eq(thread.id, threadId));
  expect(opened).toMatchObject({ title: 'Nuovo modulo', homeAreaId: world.areas.operatori });
  expect(await db.$count(threadArea, eq(threadArea.threadId, threadId))).toBe(2);
});

test('E02: one mail delivered three times, two of them at once, is one post', async () => {
  const raw = writeMail({ from: matteo, subject: 'Una volta', messageId: 'una@segrate.example' });
  const ids = [];
  for (let count = 0; count < 3; count++) ids.push(await store(database, { from: matteo, raw }));
  await Promise.all(ids.map((mailId) => decideMail(ctx(), { mailId })));
  const outcomes = (await Promise.all(ids.map((id) => findRow(database, id)))).map(({ outcome }) => outcome);
  expect(outcomes.toSorted()).toEqual(['duplicate', 'duplicate', 'new-thread']);
  expect(await db.$count(post)).toBe(1);
});

test('E37: the same id with other words is another post, under a stable id of its own', async () => {
  const given = { from: matteo, subject: 'Stesso id', messageId: 'stesso@segrate.example' };
  const first = await arrive(database, { ...given, text: 'Uno.' });
  const second = await arrive(database, { ...given, text: 'Due.' });
  const again = await arrive(database, { ...given, text: 'Due.' });
  expect([first.outcome, second.outcome, again.outcome]).toEqual(['new-thread', 'posted', 'duplicate']);
  const posts = [await postOf(database, first), await postOf(database, second)];
  expect(posts.map(({ text }) => text)).toEqual(['Uno.', 'Due.']);
  expect(posts[0]?.messageId).toBe('stesso@segrate.example');
  expect(posts[1]?.messageId).toMatch(/^[0-9a-f]{32}@raccordo\.invalid$/);
});

test('E37: a mail without an id, or with one without end, has one made of its content', async () => {
  const without = `From: ${matteo}\r\nTo: ${operatori}\r\nSubject: Senza id\r\n\r\nTesto.\r\n`;
  const first = await arrive(database, { from: matteo, raw: without });
  const second = await arrive(database, { from: matteo, raw: without });
  expect([first.outcome, second.outcome]).toEqual(['new-thread', 'duplicate']);
  const endless = await arrive(database, {
    from: matteo,
    subject: 'Id lungo',
    messageId: `${'x'.repeat(400)}@y`,
  });
  expect(endless.outcome).toBe('new-thread');
  expect((await postOf(database, endless)).messageId).toMatch(/@raccordo\.invalid$/);
});

test('a mail is decided once, whoever asks again', async () => {
  const mailId = await store(database, { from: matteo, subject: 'Una' });
  const decided = await Promise.all(Array.from({ length: 4 }, () => decideMail(ctx(), { mailId })));
  expect(decided.filter((each) => each?.outcome === 'new-thread')).toHaveLength(1);
  expect(await decideMail(ctx(), { mailId })).toBeNull();
  expect(await db.$count(post)).toBe(1);
});

test.each([
  ['E38: a Date that lies ahead', new Date(Date.now() + 90 * 24 * 3_600_000).toUTCString(), 0],
  ['E38: no Date', null, 0],
  ['E38: a Date of three hours ago', new Date(Date.now() - 3 * 3_600_000).toUTCString(), 3],
  ['E38: a Date of 1998', 'Thu, 01 Jan 1998 10:00:00 +0100', 0],
])('%s', async (_what, date, hours) => {
  const headers = date ? [`Date: ${date}`] : [];
  const posted = await postOf(
    database,
    await arrive(database, { from: matteo, subject: 'Data strana', headers }),
  );
  const age = (Date.now() - posted.postedAt.getTime()) / 3_600_000;
  expect(Math.round(age)).toBe(hours);
});

test('an office signs as the office, asks the rights of an operator, and gets no draft', async () => {
  const email = 'stranieri@segrate.example';
  const organizationId = world.organizations.segrate;
  await db.insert(address).values({ email, kind: 'office', organizationId, verifiedAt: new Date() });
  const first = await arrive(database, { from: email, subject: 'Orari di agosto' });
  const second = await arrive(database, { from: email, subject: 'Orari di settembre' });
  const authors = [await postOf(database, first), await postOf(database, second)];
  expect(authors[0]?.authorId).toBe(authors[1]?.authorId);
  expect(authors[0]).toMatchObject({ organizationId, channel: 'mail' });
  const [office] = await db.select().from(person).where(eq(person.officeOfId, organizationId));
  expect(office).toMatchObject({ id: authors[0]?.authorId, hasAccount: false, email: null });
  const news = await arrive(database, {
    from: email,
    to: 'novita@liste.raccordo.example',
    subject: 'Novità',
  });
  expect(news).toMatchObject({ outcome: 'refused', reason: 'coordinators-only' });
  await db.delete(address).where(eq(address.email, email));
});

test('a locked thread refuses and says where it can be read', async () => {
  const { id, messageId, number } = await plantQuestion(database, world);
  await lockThread({ ...ctx(), actor: world.actors.olga }, { threadId: id, reason: 'Conclusa' });
  const headers = [`In-Reply-To: <${messageId}>`];
  const row = await arrive(database, { from: matteo, subject: 'R: Idoneità', headers });
  expect(row).toMatchObject({ outcome: 'refused', reason: 'thread-locked', detail: { answered: true } });
  const [answer] = await caughtFor(folder, worldEmail('matteo'));
  expect(answer?.text).toContain(`/forum/operatori/${number}-`);
});

test('E16, E27: a stranger is answered once a day, in a mail that asks for no answer', async () => {
  const from = 'Ugo <ugo@altrove.example>';
  const given = { from, messageId: 'ugo1@altrove.example', subject: 'Chiedo informazioni' };
  const first = await arrive(database, given);
  expect(first).toMatchObject({ outcome: 'refused', reason: 'stranger', detail: { answered: true } });
  const second = await arrive(database, { from, subject: 'Ancora io' });
  expect(second).toMatchObject({ reason: 'stranger', detail: { answered: false } });
  const bulk = { from: 'x@altrove2.example', headers: ['Precedence: bulk'] };
  expect((await arrive(database, bulk)).outcome).not.toBe('posted');
  const [answer, ...more] = await caughtFor(folder, 'ugo@altrove.example');
  expect(more).toEqual([]);
  const header = (key: string) => answer?.headers.find((one) => one.key === key)?.value;
  expect(header('auto-submitted')).toBe('auto-replied');
  expect(header('in-reply-to')).toBe('<ugo1@altrove.example>');
  expect(answer?.subject).toBe('Non pubblicato: Chiedo informazioni');
  expect(await db.$count(automaticAnswer)).toBe(1);
  expect(await db.$count(person, eq(person.email, 'ugo@altrove.example'))).toBe(0);
});

test('an English reader is answered in English', async () => {
  await db
    .update(person)
    .set({ locale: 'en' })
    .where(eq(person.email, worldEmail('elena')));
  await arrive(database, { from: worldEmail('elena'), subject: 'Question' });
  const [answer] = await caughtFor(folder, worldEmail('elena'));
  expect(answer?.subject).toBe('Not published: Question');
  expect(answer?.text).toContain('reads and does not write');
});

test('E36: a thread silent for years is followed by a new one that links it', async () => {
  const old = new Date(Date.now() - 3 * 365 * 24 * 3_600_000);
  const { messageId, number } = await plantQuestion(database, world, old);
  const row = await arrive(database, {
    ...{
      from: matteo,
      subject: 'R: Idoneità',
      headers: [`In-Reply-To: <${messageId}>`],
      text: 'Torno sul tema.',
    },
  });
  expect(row.outcome).toBe('new-thread');
  const posted = await postOf(database, row);
  expect(posted.html).toContain(`/forum/operatori/${number}-`);
  expect(posted.text).toContain('Segue: Idoneità');
});

test('E33: the same subject without being part of the thread opens one that names it', async () => {
  await plantQuestion(database, world);
  const row = await arrive(database, { from: matteo, subject: 'Idoneità', text: 'Chiedo anch’io.' });
  expect(row.outcome).toBe('new-thread');
  expect((await postOf(database, row)).text).toContain('Simile a: Idoneità');
});

test('E61: the address of the own copy is enough', async () => {
  const { id } = await plantQuestion(database, world);
  const [first] = await postsOf(database, id);
  const copy = await plantCopy(database, world, first?.id ?? '');
  const row = await arrive(database, { from: matteo, to: copy.address, subject: 'qualsiasi' });
  expect(row).toMatchObject({ outcome: 'posted', detail: { via: 'token' } });
});

test('bytes that are no mail are refused as unreadable and answered by nobody', async () => {
  const row = await arrive(database, { from: matteo, raw: 'a: b\r\n'.repeat(200_000) });
  expect(row).toMatchObject({ outcome: 'refused', reason: 'unreadable', sender: null });
  expect(await db.$count(automaticAnswer)).toBe(0);
});

/** Parted in a way that is lawful, and beyond what is read of a very long mail. */
const damaged = (headers: string) =>
  `From: ${matteo}\r\nTo: ${operatori}\r\nSubject: Lunga\r\nMessage-ID: <lunga@segrate.example>\r\n${headers}` +
  `Content-Type: multipart/mixed; boundary*=utf-8''b\r\n\r\n--b\r\n\r\n${'riga\r\n'.repeat(100_000)}--b--\r\n`;

test.each([
  ['is told so', '', true],
  ['is a program, and hears nothing', 'Auto-Submitted: auto-generated\r\n', false],
])('E27: whoever writes what cannot be read %s', async (_what, headers, isAnswered) => {
  const row = await arrive(database, { from: matteo, raw: damaged(headers) });
  expect(row).toMatchObject({
    ...{ outcome: 'refused', reason: 'unreadable', sender: worldEmail('matteo'), subject: 'Lunga' },
    ...{ messageId: 'lunga@segrate.example', detail: { answered: isAnswered } },
  });
  expect(await db.$count(automaticAnswer)).toBe(isAnswered ? 1 : 0);
});
