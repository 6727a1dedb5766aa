import { and, eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { areaFollow, bounce, mailStop, post, threadFollow } from '@/db/schema';
import { arrive } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, plantCopy, plantQuestion, postsOf } from '@/lib/testing/mail-stage';
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
  expect(row).toMatchObject({ outcome: 'command', detail: { command: 'unsubscribe' }, postId: null });
  expect(await choice()).toBe('none');
  const [confirmed] = await caughtFor(folder, worldEmail('matteo'));
  expect(confirmed?.subject).toBe('Confermato: meno posta da Raccordo');
  expect(await db.$count(post)).toBe(1);
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

const report = (given: { to: string; recipients: [email: string, status: string, action?: string][] }) => {
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
    `--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx\r\n\r\n${groups.join('\r\n')}\r\n--b--\r\n`
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

test('E82: status 4.x is passing whatever its action says, and both recipients of a report are read', async () => {
  await plantOwnCopy();
  const to = 'raccordo@liste.raccordo.example';
  const recipients: [string, string][] = [
    [worldEmail('matteo'), '4.2.2'],
    [worldEmail('elena'), '5.1.1'],
  ];
  const row = await bounced(to, report({ to, recipients }));
  expect(row.detail).toMatchObject({ reports: 2, charged: 2 });
  const stops = await db.select({ email: mailStop.email }).from(mailStop);
  expect(stops).toEqual([{ email: worldEmail('elena') }]);
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
