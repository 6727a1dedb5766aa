import { eq, sql } from 'drizzle-orm';
import postgres from 'postgres';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { area, notification, organization, person, seat } from '@/db/schema';
import type { Actor, Member } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { hurryJobs } from '@/lib/testing/hurry-jobs';
import { createWorld, type World } from '@/lib/testing/world';
import { markAnswer } from '../answers/mark-answer';
import { mayReadBySeat } from '../audience/may-read-by-seat';
import { countReceivers, listReaders, type Place } from '../audience/queries';
import { followArea } from '../following/follow-area';
import { followThread } from '../following/follow-thread';
import { muteThread } from '../following/mute-thread';
import { unfollowArea } from '../following/unfollow-area';
import { markRead } from '../mark-read';
import { mayReadArea } from '../policy';
import { admittedTo } from '../queries';
import { hidePost } from '../removals/hide-post';
import { editPost } from '../writing/edit-post';
import type { Published } from '../writing/model';
import { openThread } from '../writing/open-thread';
import { postReply } from '../writing/post-reply';
import { markNotificationsRead } from './mark-notifications-read';
import { type Candidate, liveChannel, whyTold } from './model';
import { tellPublished } from './notices';
import { countUnreadNotifications, listNotifications } from './queries';

const database = await testDatabase();
const { db, url } = database;
const at = (actor: Actor): Context => ({ db, actor, now: new Date() });
let world: World;
let opened: Published;

beforeAll(async () => {
  world = await createWorld(db);
});

beforeEach(async () => {
  for (const actor of Object.values(world.actors)) await unfollowArea(at(actor), { area: 'operatori' });
  opened = await openThread(at(world.actors.matteo), {
    title: 'Chi viene avvisato',
    areas: ['operatori'],
    body: text('Domanda'),
  });
  await hurryJobs(database);
  await db.delete(notification);
});

const mention = ({ personId, name }: Member) => ({ type: 'mention', attrs: { id: personId, label: name } });

function text(words: string, ...named: Member[]) {
  const content = [{ type: 'text', text: words }, ...named.map(mention)];
  return { type: 'doc', content: [{ type: 'paragraph', content }] };
}

const reply = (actor: Member, ...named: Member[]) =>
  postReply(at(actor), { threadId: opened.threadId, body: text('Ecco. ', ...named) });

async function told(): Promise<string[]> {
  await hurryJobs(database);
  const rows = await db
    .select({ name: person.name, kind: notification.kind })
    .from(notification)
    .innerJoin(person, eq(person.id, notification.personId));
  return rows.map(({ name, kind }) => `${name.split(' ')[0]}: ${kind}`).toSorted();
}

describe('why somebody is told', () => {
  const nobody: Candidate = {
    ...{ personId: 'p', isAuthor: false, mentioned: false, isAsker: false, repliedTo: false },
    ...{ participates: false, followsArea: false, thread: null },
  };
  test.each<[Partial<Candidate>, ReturnType<typeof whyTold>]>([
    [{}, null],
    [{ followsArea: true }, 'news'],
    [{ thread: 'following' }, 'reply'],
    [{ participates: true, followsArea: true }, 'reply'],
    [{ isAsker: true, participates: true }, 'answer'],
    [{ repliedTo: true }, 'answer'],
    [{ mentioned: true, isAsker: true }, 'mention'],
    [{ mentioned: true, isAuthor: true }, null],
    [{ mentioned: true, thread: 'muted' }, null],
    [{ isAsker: true, thread: 'muted' }, null],
    [{ isAuthor: true, followsArea: true }, null],
  ])('%j: %s', (given, expected) => {
    expect(whyTold({ ...nobody, ...given })).toBe(expected);
  });
});

test('asker, taking part, following, named, area: one row each, the strongest reason', async () => {
  const { rita, olga, piero, elena, matteo } = world.actors;
  await followArea(at(elena), { area: 'operatori' });
  await followThread(at(piero), { threadId: opened.threadId });
  await reply(olga);
  await told();
  await db.delete(notification);
  expect((await countReceivers(at(rita), ['operatori'], opened.threadId)).people).toBe(4);
  await reply(rita, elena);
  expect(await told()).toEqual(['Elena: mention', 'Matteo: answer', 'Olga: reply', 'Piero: reply']);
  expect(await countUnreadNotifications(at(matteo))).toBe(1);
  expect(await listNotifications(at(matteo))).toMatchObject([
    { kind: 'answer', post: 3, author: { name: 'Rita Sala' }, opening: 'Ecco. @Elena Colli', readAt: null },
  ]);
});

test('who muted the thread and who may not read it are told nothing', async () => {
  const { rita, matteo, ada } = world.actors;
  await muteThread(at(matteo), { threadId: opened.threadId });
  expect((await countReceivers(at(rita), ['operatori'], opened.threadId)).people).toBe(0);
  await reply(rita, ada, matteo);
  expect(await told()).toEqual([]);
});

test('a reaction that runs twice tells once', async () => {
  const { postId } = await reply(world.actors.rita);
  await hurryJobs(database);
  const fact = { name: 'forum.post.published' as const, version: 1, postId };
  const worker: Context = { db, actor: { kind: 'system', name: 'worker' }, now: new Date() };
  await Promise.all([tellPublished(worker, fact), tellPublished(worker, fact)]);
  expect(await told()).toEqual(['Matteo: answer']);
});

test('a post that was hidden before the world was told tells nobody but its author', async () => {
  const { postId } = await reply(world.actors.rita);
  await hidePost(at(world.actors.olga), { postId, reason: 'Subito' });
  expect(await told()).toEqual(['Rita: hidden']);
});

test('an edit tells only whom it newly names', async () => {
  const { rita, olga, elena } = world.actors;
  const { postId } = await reply(rita, olga);
  await told();
  await editPost(at(rita), { postId, baseRevision: 1, body: text('Ecco. ', olga, elena) });
  expect(await told()).toEqual(['Elena: mention', 'Matteo: answer', 'Olga: mention']);
});

test('whoever gave the chosen answer is told', async () => {
  const { postId } = await reply(world.actors.rita);
  await markAnswer(at(world.actors.matteo), { postId });
  expect(await told()).toEqual(['Matteo: answer', 'Rita: chosen']);
});

test('reading the thread, or saying so, marks them read; others keep theirs', async () => {
  const { rita, matteo, olga } = world.actors;
  await reply(rita, olga);
  await told();
  await markRead(at(matteo), { threadId: opened.threadId, number: 2 });
  expect(await countUnreadNotifications(at(matteo))).toBe(0);
  expect(await countUnreadNotifications(at(olga))).toBe(1);
  const [one] = await listNotifications(at(olga), { unreadOnly: true });
  await markNotificationsRead(at(matteo), { ids: [one?.id] });
  expect(await countUnreadNotifications(at(olga))).toBe(1);
  await markNotificationsRead(at(olga), {});
  expect(await listNotifications(at(olga), { unreadOnly: true })).toEqual([]);
  expect(await listNotifications(at(anonymous))).toEqual([]);
});

test('what one may no longer read is not told of', async () => {
  const { olga, rita, elena } = world.actors;
  const inside = await openThread(at(rita), { title: 'Tra noi', areas: ['comuni'], body: text('x', elena) });
  await told();
  expect(await countUnreadNotifications(at(elena))).toBe(1);
  const admin = { ...elena, seat: { ...elena.seat, role: 'admin' as const } };
  expect(await countUnreadNotifications(at(admin))).toBe(0);
  expect(await listNotifications(at(admin))).toEqual([]);
  expect(inside.areaSlug).toBe('comuni');
  expect(await countUnreadNotifications(at(olga))).toBe(0);
});

test('open pages hear of a new post on the channel', async () => {
  const listener = postgres(url, { max: 1, onnotice: () => {} });
  const heard: string[] = [];
  await listener.listen(liveChannel, (payload) => heard.push(payload));
  await reply(world.actors.rita);
  await hurryJobs(database);
  await expect.poll(() => heard.length).toBe(1);
  expect(JSON.parse(heard[0] ?? '')).toEqual({ threadId: opened.threadId, thread: opened.number, number: 2 });
  await listener.end();
});

describe('the audience', () => {
  test('in SQL is exactly what the policy allows, for every seat and area (mirror)', async () => {
    const areas = await db
      .select({
        id: area.id,
        audience: area.audience,
        postingRule: area.postingRule,
        admitted: admittedTo,
      })
      .from(area);
    for (const actor of Object.values(world.actors)) {
      const rows = await db
        .select({ id: area.id })
        .from(area)
        .innerJoin(seat, eq(seat.id, actor.seat.id))
        .innerJoin(organization, eq(organization.id, seat.organizationId))
        .where(mayReadBySeat(new Date()));
      const allowed = areas.filter((one) => mayReadArea(actor, one).allowed).map(({ id }) => id);
      expect(rows.map(({ id }) => id).toSorted()).toEqual(allowed.toSorted());
    }
  });

  test('counts who follows and may read, the writer not counted', async () => {
    const { rita, matteo, piero, elena, ada } = world.actors;
    for (const actor of [rita, matteo, piero, elena]) await followArea(at(actor), { area: 'operatori' });
    await db.execute(sql`insert into area_follow (area_id, person_id)
      values (${world.areas.operatori}, ${ada.personId})`);
    expect(await countReceivers(at(rita), ['operatori'])).toEqual({ people: 3, organizations: 3 });
    expect(await countReceivers(at(rita), ['operatori', 'operatori', 'comuni'])).toMatchObject({ people: 3 });
    expect(await countReceivers(at(elena), ['scelti'])).toEqual({ people: 0, organizations: 0 });
    expect(await countReceivers(at(anonymous), ['operatori'])).toEqual({ people: 0, organizations: 0 });
  });

  test('names whom one may mention, by any word of the name, however it is typed', async () => {
    const { rita, matteo } = world.actors;
    const named = async (actor: Actor, place: Place, q: string) =>
      (await listReaders(at(actor), place, q)).map(({ name }) => name);
    const network = { areas: ['operatori'] };
    expect(await named(rita, network, 'ma')).toEqual(['Matteo Riva', 'Piero Massa']);
    expect(await named(rita, { areas: [], thread: opened.threadId }, 'MÁ')).toEqual([
      'Matteo Riva',
      'Piero Massa',
    ]);
    expect(await named(rita, { areas: ['comuni'] }, 'ma')).toEqual(['Matteo Riva']);
    expect(await named(rita, network, 'rita')).toEqual([]);
    for (const nothing of ['%', '_', ' ', '']) expect(await named(rita, network, nothing)).toEqual([]);
    await db.update(person).set({ name: 'Nicolò D’Amàti' }).where(eq(person.id, matteo.personId));
    for (const typed of ['nicolo', 'NICOLÒ', 'amati', "d'am", 'd’amà'])
      expect(await named(rita, network, typed)).toEqual(['Nicolò D’Amàti']);
    await db.update(person).set({ name: matteo.name }).where(eq(person.id, matteo.personId));
    expect(await listReaders(at(rita), network, 'riva')).toEqual([
      {
        ...{ id: matteo.personId, name: 'Matteo Riva' },
        organization: { slug: 'segrate', name: 'Comune di Segrate' },
      },
    ]);
  });

  test('names nobody of an area to who may not read it', async () => {
    const { rita, elena, piero, ada } = world.actors;
    const chosen = { areas: ['scelti'] };
    expect(await listReaders(at(rita), chosen, 'piero')).toHaveLength(1);
    expect(await listReaders(at(elena), chosen, 'piero')).toEqual([]);
    expect(await listReaders(at(piero), { areas: ['comuni'] }, 'rita')).toEqual([]);
    expect(await listReaders(at(ada), { areas: [], thread: opened.threadId }, 'rita')).toEqual([]);
    expect(await listReaders(at(rita), { areas: [], thread: 'boh' }, 'ma')).toEqual([]);
    const signedOut = listReaders(at(anonymous), { areas: ['novita'] }, 'rita');
    await expect(signedOut).rejects.toMatchObject({ code: 'not-allowed', reason: 'sign-in' });
  });

  test('names eight at most', async () => {
    const { matteo, rita } = world.actors;
    const people = Array.from({ length: 12 }, (_, index) => ({
      ...{ id: newId(), name: `Zeno ${index}`, hasAccount: true },
    }));
    await db.insert(person).values(people);
    const organizationId = matteo.seat.organization.id;
    await db
      .insert(seat)
      .values(
        people.map(({ id }) => ({ id: newId(), personId: id, organizationId, role: 'operator' as const })),
      );
    expect(await listReaders(at(rita), { areas: ['operatori'] }, 'zeno')).toHaveLength(8);
  });
});
