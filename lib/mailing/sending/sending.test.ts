import { and, eq, isNull, sql } from 'drizzle-orm';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { areaFollow, bounce, delivery, mail, mailStop, person, seat, tagFollow } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { hidePost } from '@/lib/forum/removals/hide-post';
import { showPost } from '@/lib/forum/removals/show-post';
import type { Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import { closeTransport } from '@/lib/platform/mail/open-transport';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { testDatabase } from '@/lib/testing/database';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { runJobs } from '@/lib/testing/run-jobs';
import { type SmtpSink, startSmtpSink } from '@/lib/testing/smtp-sink';
import { createWorld, type World, type WorldPerson, worldEmail } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';
import { deliverOne } from './deliver-one';
import { deliverThread } from './deliver-thread';
import { mailShown } from './notices';
import { planCopies } from './plan-copies';

let sink: SmtpSink = await startSmtpSink();
process.env.SMTP_URL = sink.url;
const database = await testDatabase();
const { db } = database;
const at = (actor: Actor) => ({ db, actor, now: new Date() });
const worker = () => at({ kind: 'system', name: 'worker' });
let world: World;

afterAll(async () => {
  closeTransport();
  await sink.stop();
});

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  await hurryJobs(database);
  sink.mails.length = 0;
  sink.refusedAddresses.clear();
});

let count = 0;

/** A thread of Matteo's that nobody was mailed yet: its fact waits. */
async function open(input: { areas?: string[]; tags?: string[] } = {}): Promise<Published> {
  count += 1;
  const body = textToDocument(`Domanda ${count}.`);
  const opened = await openThread(at(world.actors.matteo), {
    ...{ title: `Discussione ${count}`, areas: ['operatori'], ...input, body },
  });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  return opened;
}

async function answer({ threadId }: Published, text: string): Promise<Published> {
  const answered = await postReply(at(world.actors.olga), { threadId, body: textToDocument(text) });
  await db.execute(sql`delete from graphile_worker._private_jobs`);
  return answered;
}

const deliver = ({ threadId }: Published) => deliverThread(worker(), { threadId });

async function send(post: Published): Promise<string[]> {
  await planCopies(worker(), post.postId);
  await deliver(post);
  return receivers();
}

function receivers(): string[] {
  return sink.mails.map(({ to }) => to.split('@')[0] ?? '').toSorted();
}

async function states({ postId }: Published): Promise<Record<string, string>> {
  const rows = await db
    .select({ email: delivery.email, state: delivery.state, repeats: delivery.repeats })
    .from(delivery)
    .where(eq(delivery.postId, postId));
  return Object.fromEntries(
    rows.map(({ email, state, repeats }) => [email.split('@')[0], repeats ? `${state} again` : state]),
  );
}

/** Seconds until each waiting job of a thread is due, rounded up to a minute. */
async function queuedIn({ threadId }: Published): Promise<number[]> {
  const rows = await db.execute<{ seconds: number }>(sql`
    select (ceil(greatest(extract(epoch from run_at - now()), 0) / 60) * 60)::int as seconds
    from graphile_worker.jobs where key = ${`mail.deliver:${threadId}`}`);
  return rows.map(({ seconds }) => seconds);
}

function ofPerson(name: WorldPerson) {
  return eq(areaFollow.personId, world.actors[name].personId);
}

describe('who gets a copy', () => {
  test('E69: everyone who follows and may read, one each, and not the author', async () => {
    expect(await send(await open())).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E69: planned twice, in several areas and by several seats: still one copy', async () => {
    const { rita } = world.actors;
    await db.insert(areaFollow).values({ areaId: world.areas.comuni, personId: rita.personId });
    await db
      .insert(seat)
      .values({ personId: rita.personId, organizationId: world.organizations.sandonato, role: 'operator' });
    const post = await open({ areas: ['operatori', 'comuni'] });
    await planCopies(worker(), post.postId);
    expect(await planCopies(worker(), post.postId)).toBe(0);
    await deliver(post);
    await deliver(post);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E60: a copy comes from an area its receiver may read', async () => {
    const follow = (name: WorldPerson) =>
      db.insert(areaFollow).values({ areaId: world.areas.scelti, personId: world.actors[name].personId });
    await follow('piero');
    await send(await open({ areas: ['comuni', 'operatori'] }));
    const from = (name: WorldPerson) => {
      const raw = sink.mails.find(({ to }) => to === worldEmail(name))?.raw ?? '';
      return /<(\w+)@liste\.raccordo\.example>\r$/m.exec(raw.slice(raw.search(/^From:/m)))?.[1];
    };
    expect([from('rita'), from('piero')]).toEqual(['comuni', 'operatori']);
  });

  test('E69: choices for areas and tags, own copies, and people the mail was addressed to', async () => {
    const { rita, elena, matteo } = world.actors;
    await db.update(areaFollow).set({ mail: 'first' }).where(ofPerson('rita'));
    await db.update(areaFollow).set({ mail: 'daily' }).where(ofPerson('elena'));
    await db.insert(tagFollow).values({ personId: elena.personId, tag: 'casa', mail: 'every' });
    await db.update(person).set({ ownCopies: true }).where(eq(person.id, matteo.personId));
    const post = await open({ tags: ['casa'] });
    await db.insert(mail).values({
      ...{ outcome: 'posted', postId: post.postId, size: 1, raw: Buffer.from('x') },
      detail: { addressed: [worldEmail('piero'), worldEmail('rita')] },
    });
    await db.update(person).set({ secondCopies: true }).where(eq(person.id, rita.personId));
    expect(await send(post)).toEqual(['elena', 'matteo', 'olga', 'rita']);
    sink.mails.length = 0;
    expect(await send(await answer(post, 'Sì.'))).toEqual(['elena', 'matteo', 'piero']);
    await db.update(areaFollow).set({ mail: 'every' });
    await db.update(person).set({ ownCopies: false, secondCopies: false });
  });

  test('E80: nothing is sent to an address that is stopped, until it is resumed', async () => {
    const email = worldEmail('rita');
    await db.insert(mailStop).values({ email, kind: 'permanent', stoppedAt: new Date() });
    const post = await open();
    expect(await send(post)).toEqual(['elena', 'olga', 'piero']);
    await db.update(mailStop).set({ resumedAt: new Date() });
    expect(await send(await answer(post, 'Sì.'))).toContain('rita');
  });

  test('a post that is out of sight is mailed to nobody, and once it shows to everybody, once', async () => {
    const post = await open();
    await hidePost(at(world.actors.olga), { postId: post.postId, reason: 'Per prova' });
    expect(await send(post)).toEqual([]);
    await showPost(at(world.actors.olga), { postId: post.postId });
    const fact = { name: 'forum.post.shown' as const, version: 1, postId: post.postId };
    await mailShown(worker(), fact);
    await mailShown(worker(), fact);
    await deliver(post);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });
});

test('E90: a copy that stands for itself is sent once, or dropped where it is no longer wanted', async () => {
  const { personId } = world.actors.rita;
  const [wanted, unwanted] = [newId(), newId()];
  const rows = [wanted, unwanted].map((id) => ({ id, personId, email: worldEmail('rita') }));
  await db.insert(delivery).values(rows);
  const message = {
    ...{ from: { name: 'Raccordo', address: 'raccordo@liste.raccordo.example' }, envelopeFrom: '' },
    ...{ to: worldEmail('rita'), subject: '3 novità', text: 'Testo', html: '<p>Testo</p>' },
    ...{ messageId: `${wanted}@liste.raccordo.example`, sentAt: new Date(0), references: [], headers: {} },
  };
  await deliverOne(worker(), wanted, async () => message);
  await deliverOne(worker(), wanted, async () => message);
  await deliverOne(worker(), unwanted, async () => null);
  expect(receivers()).toEqual(['rita']);
  const found = await db.select({ id: delivery.id, state: delivery.state }).from(delivery);
  const stateOf = (id: string) => found.find((row) => row.id === id)?.state;
  expect([stateOf(wanted), stateOf(unwanted)]).toEqual(['sent', 'dropped']);
});

describe('when a copy leaves', () => {
  test('who muted, unsubscribed or lost access since it was planned gets none', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    await muteThread(at(world.actors.rita), { threadId: post.threadId });
    await db.update(areaFollow).set({ mail: 'none' }).where(ofPerson('elena'));
    const ofPiero = eq(seat.personId, world.actors.piero.personId);
    await db.update(seat).set({ endedAt: new Date() }).where(ofPiero);
    await deliver(post);
    expect(receivers()).toEqual(['olga']);
    expect(await states(post)).toEqual({ elena: 'dropped', piero: 'dropped', rita: 'dropped', olga: 'sent' });
    await db.update(areaFollow).set({ mail: 'every' });
    await db.update(seat).set({ endedAt: null }).where(ofPiero);
  });

  test('copies whose thread was merged meanwhile leave with the thread it became', async () => {
    const post = await open();
    const other = await open();
    await planCopies(worker(), post.postId);
    const merging = { threadId: post.threadId, into: other.threadId, reason: 'Lo stesso tema' };
    await mergeThreads(at(world.actors.olga), merging);
    await hurryJobs(database);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E68: a post hidden since it was planned is sent to nobody, and to everybody once it shows again', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    await hidePost(at(world.actors.olga), { postId: post.postId, reason: 'Per prova' });
    await deliver(post);
    expect(receivers()).toEqual([]);
    expect(new Set(Object.values(await states(post)))).toEqual(new Set(['dropped']));
    await showPost(at(world.actors.olga), { postId: post.postId });
    await mailShown(worker(), { name: 'forum.post.shown', version: 1, postId: post.postId });
    await runJobs(database);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
  });

  test('E80: an address that is not there fails, is stopped at once, and holds up nobody', async () => {
    sink.refusedAddresses.set(worldEmail('rita'), '550 5.1.1 Nobody here');
    const post = await open();
    expect(await send(post)).toEqual(['elena', 'olga', 'piero']);
    expect(await states(post)).toMatchObject({ rita: 'failed', olga: 'sent' });
    const noted = await db
      .select()
      .from(bounce)
      .where(eq(bounce.email, worldEmail('rita')));
    expect(noted).toMatchObject([
      { kind: 'permanent', status: '5.1.1', personId: world.actors.rita.personId },
    ]);
    expect(await db.select().from(mailStop).where(isNull(mailStop.resumedAt))).toMatchObject([
      { email: worldEmail('rita'), kind: 'permanent', bounceId: noted[0]?.id },
    ]);
    await db.delete(mailStop);
    await db.delete(bounce);
  });

  test('E68: who is to be asked later gets the posts of a thread later, in their order', async () => {
    sink.refusedAddresses.set(worldEmail('rita'), '451 4.7.1 Come back later');
    const first = await open();
    const second = await answer(first, 'Una risposta.');
    await planCopies(worker(), first.postId);
    await planCopies(worker(), second.postId);
    await runJobs(database);
    expect(await queuedIn(first)).toEqual([60]);
    expect(receivers()).toEqual(['elena', 'elena', 'matteo', 'olga', 'piero', 'piero']);
    expect([(await states(first)).rita, (await states(second)).rita]).toEqual(['waiting', 'waiting']);
    sink.refusedAddresses.clear();
    sink.mails.length = 0;
    await deliver(first);
    const subjects = sink.mails.map(
      ({ to, raw }) => `${to} ${/^Subject: (.*)\r$/m.exec(raw)?.[1]?.slice(0, 3)}`,
    );
    expect(subjects).toEqual([`${worldEmail('rita')} Dis`, `${worldEmail('rita')} Re:`]);
  });

  test('E68: who is to be asked later does not put off a post that is planned meanwhile', async () => {
    sink.refusedAddresses.set(worldEmail('rita'), '451 4.7.1 Come back later');
    const first = await open();
    await planCopies(worker(), first.postId);
    // Delivered outside the queue: the job that planning added stands for the next post.
    await deliver(first);
    expect(await queuedIn(first)).toEqual([0]);
  });

  test('E68, E80: a copy that nobody took in two days fails, counts once, and leaves no dead job', async () => {
    sink.refusedAddresses.set(worldEmail('rita'), '452 4.2.2 Mailbox full');
    const post = await open();
    await planCopies(worker(), post.postId);
    await db.update(delivery).set({ createdAt: new Date(Date.now() - 48 * 3_600_000) });
    await runJobs(database);
    expect(await states(post)).toMatchObject({ rita: 'failed', olga: 'sent' });
    expect(await db.select().from(bounce)).toMatchObject([
      { email: worldEmail('rita'), kind: 'transient', status: '4.2.2' },
    ]);
    expect(await db.$count(mailStop)).toBe(0);
    expect(await queuedIn(post)).toEqual([]);
    await db.delete(bounce);
  });

  test('E80: a letter that is refused for good is sent no more, and stops its address', async () => {
    sink.refusedAddresses.set(worldEmail('rita'), '550 5.1.1 Nobody here');
    const letter = { subject: 'Prova', text: 'Prova.', html: '<p>Prova.</p>' };
    await queueMail(db, { to: worldEmail('rita'), ...letter });
    await runJobs(database);
    expect(await db.execute(sql`select id from graphile_worker.jobs`)).toHaveLength(0);
    expect(await db.select().from(mailStop)).toMatchObject([
      { email: worldEmail('rita'), kind: 'permanent' },
    ]);
    await db.delete(mailStop);
    await db.delete(bounce);
  });

  test('E67, E70: while the server is away all copies wait; what surely did not leave is not counted', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    await sink.stop();
    await expect(deliver(post)).rejects.toThrow('ECONNREFUSED');
    expect(new Set(Object.values(await states(post)))).toEqual(new Set(['waiting']));
    sink = await startSmtpSink(sink.port);
    await deliver(post);
    expect(receivers()).toEqual(['elena', 'olga', 'piero', 'rita']);
    expect(new Set(Object.values(await states(post)))).toEqual(new Set(['sent']));
  });

  test('E67, E70: a copy whose acceptance nobody knows is repeated with the same Message-ID, and counted', async () => {
    const post = await open();
    await planCopies(worker(), post.postId);
    const only = and(eq(delivery.postId, post.postId), sql`${delivery.email} <> ${worldEmail('rita')}`);
    await db.delete(delivery).where(only);
    sink.breaks = 1;
    await expect(deliver(post)).rejects.toThrow();
    expect(await states(post)).toEqual({ rita: 'sending' });
    await deliver(post);
    expect(await states(post)).toEqual({ rita: 'sent again' });
    const ids = sink.mails.map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });
});
