import { eq } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { area, auditEntry, mail, mailDecision, person } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { arrive, findRow, store } from '@/lib/testing/arriving-mail';
import { testDatabase } from '@/lib/testing/database';
import { localMail } from '@/lib/testing/local-mail';
import { caughtFor, emptyMail, postOf } from '@/lib/testing/mail-stage';
import { runJobs } from '@/lib/testing/run-jobs';
import { createWorld, type World, worldEmail } from '@/lib/testing/world';
import { decideMail } from '../deciding/decide-mail';
import { findDecisions } from '../office/queries';
import { mailHeld } from './facts';
import { tellHeld } from './notices';
import { isFloodKnown } from './queries';
import { refuseHeld } from './refuse-held';
import { releaseHeld } from './release-held';
import { replayMail } from './replay-mail';

const folder = await localMail();
const database = await testDatabase();
const { db } = database;
let world: World;
const as = (actor: Actor) => ({ db, actor, now: new Date() });
const olga = () => as(world.actors.olga);
const stranger = 'Ugo Neri <ugo@altrove.example>';
let count = 0;

beforeAll(async () => {
  world = await createWorld(db);
  await db.update(area).set({ strangers: 'hold' }).where(eq(area.id, world.areas.operatori));
});

beforeEach(() => emptyMail(database));

/** Each with words of its own, so that none is another's copy. */
const held = (more: object = {}) =>
  arrive(database, { from: stranger, subject: `Richiesta ${++count}`, text: 'Vorrei chiedere.', ...more });

const replyOf = (mailCaught: { headers: readonly { key: string; value: string }[] } | undefined) =>
  mailCaught?.headers.find(({ key }) => key === 'reply-to')?.value ?? '';

test('E16: a stranger’s mail waits, and the coordinator is told with a link and an address to answer', async () => {
  const row = await held({ subject: 'Posso chiedere' });
  expect(row).toMatchObject({ outcome: 'held', reason: 'stranger', areaId: world.areas.operatori });
  const [notice, ...more] = await caughtFor(folder, worldEmail('olga'));
  expect(more).toEqual([]);
  expect(notice?.subject).toBe('Da decidere: Posso chiedere');
  expect(notice?.text).toMatch(/\/posta\/trattenute\/[a-z2-7]{42}\b/);
  expect(notice?.text).toContain('Da: ugo@altrove.example');
  expect(replyOf(notice)).toMatch(/^m-[a-z2-7]{42}@liste\.raccordo\.example$/);
  expect(await caughtFor(folder, 'ugo@altrove.example')).toEqual([]);
});

test('E26: of a sender who writes without end the coordinator hears once an hour', async () => {
  const from = 'valanga@altrove.example';
  const hour = new Date('2026-11-24T12:00:00Z').getTime();
  const at = (minutes: number) => new Date(hour + minutes * 60_000);
  const ids = [await store(database, { from, at: at(1) }), await store(database, { from, at: at(2) })];
  const later = await store(database, { from, at: at(61) });
  await db.update(mail).set({ sender: from, outcome: 'held', reason: 'too-many-mails' });
  const known = [...ids, later].map((id) => isFloodKnown(olga(), id));
  expect(await Promise.all(known)).toEqual([false, true, false]);
  const before = (await caughtFor(folder, worldEmail('olga'))).length;
  const ctx = as({ kind: 'system', name: 'worker' });
  for (const mailId of ids) await tellHeld(ctx, mailHeld(mailId));
  await runJobs(database);
  expect(await caughtFor(folder, worldEmail('olga'))).toHaveLength(before + 1);
});

test('a released stranger becomes a named writer without an account, and is told', async () => {
  const { id } = await held({ subject: 'Da fuori' });
  await releaseHeld(olga(), { mailId: id });
  await runJobs(database);
  const row = await findRow(database, id);
  expect(row.outcome).toBe('new-thread');
  const posted = await postOf(database, row);
  const [writer] = await db.select().from(person).where(eq(person.id, posted.authorId));
  expect(writer).toMatchObject({ name: 'Ugo Neri', email: 'ugo@altrove.example', hasAccount: false });
  expect(posted).toMatchObject({ organizationId: null, channel: 'mail', text: 'Vorrei chiedere.' });
  const [told] = await caughtFor(folder, 'ugo@altrove.example');
  expect(told?.subject).toBe('Pubblicato: Da fuori');
  const [decision] = await db.select().from(mailDecision);
  expect(decision).toMatchObject({ kind: 'release', personId: world.actors.olga.personId });
  expect(await db.$count(auditEntry, eq(auditEntry.subject, `mail:${id}`))).toBe(1);
});

test('somebody unknown at a known organisation signs for it once released', async () => {
  const { id, reason } = await held({ from: 'Lia Bo <lia@uff.segrate.example>' });
  expect(reason).toBe('outside-mailbox');
  await releaseHeld(olga(), { mailId: id });
  await runJobs(database);
  const posted = await postOf(database, await findRow(database, id));
  expect(posted.organizationId).toBe(world.organizations.segrate);
});

test('E13: a mail that fails DMARC waits, says why, and once released is its writer’s', async () => {
  const row = await held({
    ...{ from: worldEmail('matteo'), authentication: { spf: 'fail', dkim: 'none', dmarc: 'fail' } },
  });
  expect(row).toMatchObject({ outcome: 'held', reason: 'spoofed' });
  await releaseHeld(olga(), { mailId: row.id });
  await runJobs(database);
  const posted = await postOf(database, await findRow(database, row.id));
  expect(posted.authorId).toBe(world.actors.matteo.personId);
});

test('the first decision counts, the second is told', async () => {
  const { id } = await held();
  const both = await Promise.allSettled([
    releaseHeld(olga(), { mailId: id }),
    refuseHeld(olga(), { mailId: id, reason: 'Non riguarda la rete' }),
  ]);
  const refused = both.filter((each) => each.status === 'rejected');
  expect(refused).toHaveLength(1);
  expect(refused[0]?.reason).toMatchObject({ code: 'conflict', reason: 'mail-decided' });
  expect(await db.$count(mailDecision)).toBe(1);
});

test('a refused mail is refused by name, and its writer hears why; a doubtful one hears nothing', async () => {
  const { id } = await held({ subject: 'Pubblicità' });
  await refuseHeld(olga(), { mailId: id, reason: 'È pubblicità' });
  const spoofed = await held({
    ...{ from: worldEmail('matteo'), authentication: { spf: 'fail', dkim: 'none', dmarc: 'fail' } },
  });
  await refuseHeld(olga(), { mailId: spoofed.id, reason: 'Non è sua' });
  await runJobs(database);
  expect(await findRow(database, id)).toMatchObject({ outcome: 'refused', reason: 'refused-by-moderator' });
  const [told] = await caughtFor(folder, 'ugo@altrove.example');
  expect(told?.text).toContain('È pubblicità');
  const subjects = (await caughtFor(folder, worldEmail('matteo'))).map(({ subject }) => subject);
  expect(subjects.filter((subject) => subject.startsWith('Non pubblicato'))).toEqual([]);
});

test.each([
  ['a null path', { envelope: { from: '' } }],
  ['Precedence: bulk', { headers: ['Precedence: bulk'] }],
])('E27: a refused mail with %s is not answered', async (_, more) => {
  const from = `nulla-${++count}@altrove.example`;
  const { id } = await held({ from, ...more });
  await refuseHeld(olga(), { mailId: id, reason: 'È pubblicità' });
  await runJobs(database);
  expect((await findRow(database, id)).outcome).toBe('refused');
  expect(await caughtFor(folder, from)).toEqual([]);
});

test.each([
  ['approva', 'new-thread'],
  ['Rifiuta', 'refused'],
])('a coordinator decides by answering "%s"', async (word, outcome) => {
  const { id } = await held({ subject: `Con una parola: ${word}` });
  const [notice] = await caughtFor(folder, worldEmail('olga'));
  const answer = { from: worldEmail('olga'), to: replyOf(notice), subject: `Re: ${notice?.subject}` };
  const row = await arrive(database, { ...answer, text: `${word}\r\n\r\n> ${notice?.text.split('\n')[0]}` });
  expect(row).toMatchObject({ outcome: 'command' });
  expect((await findRow(database, id)).outcome).toBe(outcome);
  await arrive(database, { ...answer, text: `${word}, davvero` });
  const [late] = await caughtFor(folder, worldEmail('olga'));
  expect(late?.subject).toMatch(/^Già deciso: /);
});

test('E91: an answer of a coordinator that decides nothing is answered with the words that do', async () => {
  const { id } = await held({ subject: 'Che cosa sarà' });
  const [notice] = await caughtFor(folder, worldEmail('olga'));
  const answer = { from: worldEmail('olga'), to: replyOf(notice), subject: `Re: ${notice?.subject}` };
  const row = await arrive(database, { ...answer, text: 'Che cos’è?' });
  expect(row).toMatchObject({ outcome: 'command', detail: { command: 'help' } });
  expect((await findRow(database, id)).outcome).toBe('held');
  const [told] = await caughtFor(folder, worldEmail('olga'));
  expect(told?.subject).toMatch(/^Non capito: /);
  expect(told?.text).toContain('approva oppure rifiuta');
  expect(told?.text).toMatch(/\/posta\/trattenute\/[a-z2-7]{42}\b/);
});

test.each([
  ['a stranger', {}, true],
  [
    'a forged sender',
    { from: worldEmail('matteo'), authentication: { spf: 'fail', dkim: 'none', dmarc: 'fail' } },
    false,
  ],
])(
  'whoever decides about a mail of %s sees whether its writer will hear of a refusal',
  async (_whose, more, told) => {
    const { id } = await held(more);
    expect(await findDecisions(olga(), id)).toEqual({ decide: true, replay: true, told });
  },
);

test('nobody but a coordinator decides by answering', async () => {
  const { id } = await held();
  const [notice] = await caughtFor(folder, worldEmail('olga'));
  const to = replyOf(notice);
  const row = await arrive(database, { from: worldEmail('matteo'), to, subject: 'Re', text: 'approva' });
  expect(row.outcome).not.toBe('command');
  expect((await findRow(database, id)).outcome).toBe('held');
});

test('E03: a refused mail is looked at again after its sender was let in; what is in the forum is not', async () => {
  const from = 'nuovo@nuovo.example';
  const row = await arrive(database, { from, to: 'comuni@liste.raccordo.example', subject: 'Prima' });
  expect(row).toMatchObject({ outcome: 'refused', reason: 'stranger' });
  await db.update(area).set({ strangers: 'hold' }).where(eq(area.id, world.areas.comuni));
  await replayMail(olga(), { mailId: row.id });
  await runJobs(database);
  expect((await findRow(database, row.id)).outcome).toBe('held');
  await releaseHeld(olga(), { mailId: row.id });
  await runJobs(database);
  expect((await findRow(database, row.id)).outcome).toBe('new-thread');
  await expect(replayMail(olga(), { mailId: row.id })).rejects.toMatchObject({ reason: 'mail-posted' });
  const kinds = (await db.select({ kind: mailDecision.kind }).from(mailDecision)).map(({ kind }) => kind);
  expect(kinds.toSorted()).toEqual(['release', 'replay']);
});

test('E16: replaying a mail answers nobody twice', async () => {
  const row = await arrive(database, { from: 'due@due.example', to: 'scelti@liste.raccordo.example' });
  expect(row).toMatchObject({ outcome: 'refused', detail: { answered: true } });
  await replayMail(olga(), { mailId: row.id });
  await runJobs(database);
  expect(await caughtFor(folder, 'due@due.example')).toHaveLength(1);
});

test('a mail waits again where its moderator left between release and posting', async () => {
  const mailId = (await held()).id;
  await releaseHeld(olga(), { mailId });
  await db.update(mailDecision).set({ personId: world.actors.rita.personId });
  await decideMail(as({ kind: 'system', name: 'worker' }), { mailId });
  expect(await findRow(database, mailId)).toMatchObject({ outcome: 'held', postId: null });
});

test('no mail is no mail', async () => {
  const mailId = await store(database, { from: stranger });
  await db.delete(mail).where(eq(mail.id, mailId));
  await expect(releaseHeld(olga(), { mailId })).rejects.toMatchObject({ code: 'not-found' });
  expect(await decideMail(as({ kind: 'system', name: 'worker' }), { mailId })).toBeNull();
});
