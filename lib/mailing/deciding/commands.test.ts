import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { areaFollow, bounce, delivery, digest, mailStop, post, tagFollow, threadFollow } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { arrive } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, plantCopy, plantQuestion, postsOf } from '@/lib/testing/mail-stage';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { signId } from '../tokens/sign-id';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
let world: World;
const matteo = `Matteo Riva <${worldEmail('matteo')}>`;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  await emptyMail(database);
  await db.update(areaFollow).set({ mail: 'every' });
});

async function plantOwnCopy() {
  const { id } = await plantQuestion(database, world);
  const [first] = await postsOf(database, id);
  return { threadId: id, ...(await plantCopy(database, world, first?.id ?? '')) };
}

async function choice() {
  const { personId } = world.actors.matteo;
  const [row] = await db
    .select({ mail: areaFollow.mail })
    .from(areaFollow)
    .where(and(eq(areaFollow.personId, personId), eq(areaFollow.areaId, world.areas.operatori)));
  return row?.mail;
}

test('E91: "unsubscribe" to a copy’s address is confirmed by mail and takes nothing else away', async () => {
  const copy = await plantOwnCopy();
  const row = await arrive(database, { from: matteo, to: copy.address, subject: 'unsubscribe', text: '' });
  expect(row).toMatchObject({ outcome: 'command', detail: { command: 'stop' }, postId: null });
  expect(await choice()).toBe('none');
  const [confirmed] = await caughtFor(folder, worldEmail('matteo'));
  expect(confirmed?.subject).toBe('Confermato: meno posta da Raccordo');
  expect(confirmed?.text).toContain('non arriverà più posta di: Operatori');
  expect(await db.$count(post)).toBe(1);
});

test('E91: a colleague who answers a copy with "cancellami" does not leave its owner in the dark', async () => {
  const copy = await plantOwnCopy();
  const colleague = 'Ada Neri <ada@altrove.example>';
  const row = await arrive(database, { from: colleague, to: copy.address, subject: 'cancellami', text: '' });
  expect(row).toMatchObject({ outcome: 'command' });
  expect(await choice()).toBe('none');
  const [told] = await caughtFor(folder, worldEmail('matteo'));
  expect(told).toMatchObject({ subject: 'Confermato: meno posta da Raccordo' });
  expect(told?.headers.map(({ key }) => key)).not.toContain('in-reply-to');
  expect(await caughtFor(folder, 'ada@altrove.example')).toEqual([]);
});

test.each(['Precedence: bulk', 'X-Ack: no', 'List-Id: <altra.example>'])(
  'E91: what a mail with "%s" changed is told to its person all the same',
  async (header) => {
    const before = (await caughtFor(folder, worldEmail('matteo'))).length;
    await arrive(database, { from: matteo, subject: 'niente posta', text: '', headers: [header] });
    expect(await choice()).toBe('none');
    expect(await caughtFor(folder, worldEmail('matteo'))).toHaveLength(before + 1);
  },
);

test('E64, E91: "unsubscribe" by mail ends what one click ends: of a second area, a tag and the thread', async () => {
  const { personId } = world.actors.matteo;
  const areas = [world.areas.comuni, world.areas.operatori];
  const planted = await plantThread(db, {
    areas,
    title: 'Due aree',
    author: world.actors.rita,
    tags: ['casa'],
  });
  const [first] = await postsOf(database, planted.id);
  const copy = await plantCopy(database, world, first?.id ?? '');
  await db.insert(tagFollow).values({ personId, tag: 'casa', mail: 'every' });
  await db.insert(threadFollow).values({ personId, threadId: planted.id, state: 'following' });
  const other = await db.$count(areaFollow, eq(areaFollow.personId, personId));
  await arrive(database, { from: matteo, to: copy.address, subject: 'unsubscribe', text: '' });
  expect(await choice()).toBe('none');
  expect(await db.select({ mail: tagFollow.mail }).from(tagFollow)).toEqual([{ mail: 'none' }]);
  expect(await db.$count(threadFollow)).toBe(0);
  // Nothing begins to be followed by being stopped.
  expect(await db.$count(areaFollow, eq(areaFollow.personId, personId))).toBe(other);
  await db.delete(tagFollow);
});

test('E90, E91: "unsubscribe" to a digest ends the digest, and nothing that is received post by post', async () => {
  const { personId } = world.actors.matteo;
  const ofMatteo = eq(areaFollow.personId, personId);
  await db
    .insert(areaFollow)
    .values({ personId, areaId: world.areas.novita, mail: 'every' })
    .onConflictDoNothing();
  await db
    .update(areaFollow)
    .set({ mail: 'daily' })
    .where(and(ofMatteo, eq(areaFollow.areaId, world.areas.operatori)));
  await db.insert(tagFollow).values({ personId, tag: 'casa', mail: 'daily' });
  const [digestId, id] = [newId(), newId()];
  const window = { day: '2026-09-10', since: new Date(0), until: new Date() };
  await db.insert(digest).values({ id: digestId, personId, rhythm: 'daily', ...window });
  await db.insert(delivery).values({ id, personId, email: worldEmail('matteo'), digestId, state: 'sent' });
  const to = `r-${signId('reply', id)}@liste.raccordo.example`;
  await arrive(database, { from: matteo, to, subject: 'unsubscribe', text: '' });
  const left = await db
    .select({ areaId: areaFollow.areaId, mail: areaFollow.mail })
    .from(areaFollow)
    .where(ofMatteo);
  expect(left.find(({ areaId }) => areaId === world.areas.operatori)?.mail).toBe('none');
  expect(left.find(({ areaId }) => areaId === world.areas.novita)?.mail).toBe('every');
  expect(await db.select({ mail: tagFollow.mail }).from(tagFollow)).toEqual([{ mail: 'none' }]);
  await db.delete(tagFollow);
});

test.each([
  ['riepilogo giornaliero', 'daily'],
  ['solo primo messaggio', 'first'],
  ['niente posta', 'none'],
])('E91: "%s" to an area is the choice of that area', async (words, wanted) => {
  const row = await arrive(database, { from: matteo, subject: words, text: '' });
  expect(row).toMatchObject({ outcome: 'command' });
  expect(await choice()).toBe(wanted);
});

test('E91: "silenzia" and "segui" are about the thread of the copy', async () => {
  const copy = await plantOwnCopy();
  const state = async () => (await db.select().from(threadFollow))[0]?.state;
  await arrive(database, { from: matteo, to: copy.address, subject: 'Re: Idoneità', text: 'silenzia' });
  expect(await state()).toBe('muted');
  await arrive(database, { from: matteo, to: copy.address, subject: 'Re: Idoneità', text: 'segui' });
  expect(await state()).toBe('following');
});

test('E91: "aiuto" is answered with how it works, and inside a sentence it is a post', async () => {
  const row = await arrive(database, { from: matteo, subject: 'aiuto', text: '' });
  expect(row).toMatchObject({ outcome: 'command', detail: { command: 'help' } });
  const [help] = await caughtFor(folder, worldEmail('matteo'));
  expect(help?.text).toContain('cancellami');
  const text = 'Chiedo aiuto: come si fa a cancellami dalla lista?';
  expect((await arrive(database, { from: matteo, subject: 'Chiedo', text })).outcome).toBe('new-thread');
});

type Reported = {
  to: string;
  recipients: [email: string, status: string, action?: string][];
  /** Message-ID of what it returns. */
  about?: string;
};
const report = (given: Reported) => {
  const groups = given.recipients.map(
    ([email, status, action = 'failed']) =>
      `Final-Recipient: rfc822; ${email}\r\nAction: ${action}\r\nStatus: ${status}\r\n` +
      'Diagnostic-Code: smtp; 550 User unknown\r\n',
  );
  return (
    `From: MAILER-DAEMON@mx.segrate.example\r\nTo: ${given.to}\r\nSubject: Undelivered Mail\r\n` +
    'Auto-Submitted: auto-replied\r\nMIME-Version: 1.0\r\n' +
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n' +
    '--b\r\nContent-Type: text/plain\r\n\r\nNot delivered.\r\n' +
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n${groups.join('\r\n')}\r\n` +
    `--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: <${given.about ?? 'x@altrove.example'}>\r\n\r\n--b--\r\n`
  );
};

const bounceTo = (id: string) => `b-${signId('bounce', id)}@liste.raccordo.example`;
const bounced = (to: string, raw: string) =>
  arrive(database, { from: 'MAILER-DAEMON@mx.segrate.example', raw, envelope: { from: '', to: [to] } });

test('E80 E82: a report to a copy’s way back charges its receiver, whoever it names, and answers nobody', async () => {
  const copy = await plantOwnCopy();
  const to = bounceTo(copy.id);
  const row = await bounced(to, report({ to, recipients: [['interno@altrove.example', '5.1.1']] }));
  expect(row).toMatchObject({ outcome: 'bounce', reason: null, detail: { charged: 1 } });
  const [stop] = await db.select().from(mailStop);
  expect(stop).toMatchObject({ email: worldEmail('matteo'), kind: 'permanent' });
  const [noted] = await db.select().from(bounce);
  expect(noted).toMatchObject({ deliveryId: copy.id, mailId: row.id, status: '5.1.1' });
  expect(await caughtFor(folder, 'mailer-daemon@mx.segrate.example')).toEqual([]);
});

const toSite = 'raccordo@liste.raccordo.example';
const both: Reported['recipients'] = [
  [worldEmail('matteo'), '4.2.2'],
  [worldEmail('elena'), '5.1.1'],
];

test('E82: status 4.x is passing whatever its action says, and both recipients of a report are read', async () => {
  const { threadId } = await plantOwnCopy();
  const [first] = await postsOf(database, threadId);
  await plantCopy(database, world, first?.id ?? '', 'elena');
  const about = first?.messageId ?? '';
  const row = await bounced(toSite, report({ to: toSite, recipients: both, about }));
  expect(row.detail).toMatchObject({ reports: 2, charged: 2 });
  const stops = await db.select({ email: mailStop.email }).from(mailStop);
  expect(stops).toEqual([{ email: worldEmail('elena') }]);
});

test('E83: a report that names members and no copy of theirs charges nobody', async () => {
  await plantOwnCopy();
  const row = await bounced(toSite, report({ to: toSite, recipients: both }));
  expect(row).toMatchObject({ outcome: 'bounce', reason: 'not-understood', detail: { charged: 0 } });
  expect(await db.$count(bounce)).toBe(0);
});

test('E83: a report that is not understood waits for the secretariat, and nobody is disabled', async () => {
  const to = 'raccordo@liste.raccordo.example';
  const raw =
    `From: MAILER-DAEMON@mx.boh.example\r\nTo: ${to}\r\nSubject: Undelivered Mail Returned to Sender\r\n` +
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n--b\r\n\r\nBoh.\r\n--b--\r\n';
  const row = await bounced(to, raw);
  expect(row).toMatchObject({ outcome: 'bounce', reason: 'not-understood' });
  expect(await db.$count(mailStop)).toBe(0);
  expect(await db.$count(bounce)).toBe(0);
});

test('E94: a certified mail’s error counts against the copy it names, a receipt for nothing', async () => {
  const copy = await plantOwnCopy();
  const [first] = await postsOf(database, copy.threadId);
  const receipt = (kind: string) =>
    `From: posta-certificata@pec.gestore.example\r\nTo: operatori@liste.raccordo.example\r\nSubject: ${kind}\r\n` +
    `X-Ricevuta: ${kind}\r\nX-Riferimento-Message-ID: <${first?.messageId}>\r\n\r\n` +
    `Nel messaggio destinato all'utente "${worldEmail('matteo')}" è stato rilevato un errore 5.1.1.\r\n`;
  const from = 'posta-certificata@pec.gestore.example';
  const accepted = await arrive(database, { from, raw: receipt('accettazione') });
  expect(accepted).toMatchObject({ outcome: 'automatic', reason: 'pec-receipt' });
  const error = await arrive(database, { from, raw: receipt('errore-consegna') });
  expect(error).toMatchObject({ outcome: 'bounce', postId: null, detail: { reports: 1, charged: 1 } });
  const noted = await db.select({ mailId: bounce.mailId, deliveryId: bounce.deliveryId }).from(bounce);
  expect(noted).toEqual([{ mailId: error.id, deliveryId: copy.id }]);
});
