import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { areaFollow, areaOrganization, tagFollow } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { chooseAreaMail } from './choose-area-mail';
import { chooseCopies } from './choose-copies';
import { chooseTagMail } from './choose-tag-mail';
import { followThread } from './follow-thread';
import { muteThread } from './mute-thread';
import { findAreaChoice, listChoices, listTagChoices } from './queries';

const { db } = await testDatabase();
const before = new Date('2026-09-01T08:00:00Z');
const later = new Date('2026-09-02T08:00:00Z');
const at = (actor: Actor, now = before): Context => ({ db, actor, now });
let world: World;

beforeAll(async () => {
  world = await createWorld(db);
});

const followed = (areaId: string, personId: string) =>
  db
    .select({ mail: areaFollow.mail, since: areaFollow.createdAt })
    .from(areaFollow)
    .where(and(eq(areaFollow.areaId, areaId), eq(areaFollow.personId, personId)));

describe('what comes by mail of an area', () => {
  test('choosing follows the area, and the moment of the choice is kept', async () => {
    const { rita } = world.actors;
    await chooseAreaMail(at(rita), { area: 'comuni', mail: 'daily' });
    expect(await followed(world.areas.comuni, rita.personId)).toEqual([{ mail: 'daily', since: before }]);
    await chooseAreaMail(at(rita, later), { area: 'comuni', mail: 'daily' });
    expect(await followed(world.areas.comuni, rita.personId)).toEqual([{ mail: 'daily', since: before }]);
    await chooseAreaMail(at(rita, later), { area: 'comuni', mail: 'weekly' });
    expect(await followed(world.areas.comuni, rita.personId)).toEqual([{ mail: 'weekly', since: later }]);
    expect(await findAreaChoice(at(rita), world.areas.comuni)).toBe('weekly');
  });

  test('nothing by mail leaves the area followed in the page', async () => {
    const { matteo } = world.actors;
    await chooseAreaMail(at(matteo), { area: 'operatori', mail: 'none' });
    expect(await findAreaChoice(at(matteo), world.areas.operatori)).toBe('none');
  });

  test('whoever may no longer read an area may silence it, and nothing else', async () => {
    const { piero } = world.actors;
    await chooseAreaMail(at(piero), { area: 'scelti', mail: 'every' });
    await db
      .delete(areaOrganization)
      .where(eq(areaOrganization.organizationId, world.organizations.prefettura));
    await expect(chooseAreaMail(at(piero), { area: 'scelti', mail: 'daily' })).rejects.toMatchObject({
      code: 'not-allowed',
      reason: 'chosen-only',
    });
    await chooseAreaMail(at(piero), { area: 'scelti', mail: 'none' });
    expect((await followed(world.areas.scelti, piero.personId))[0]?.mail).toBe('none');
  });

  test.each([
    [{ area: 'operatori', mail: 'sometimes' }, 'mail-choice-unknown'],
    [{ area: 'boh', mail: 'none' }, 'no-such-area'],
    [{ mail: 'none' }, 'no-such-area'],
  ])('%j is refused: %s', async (input, reason) => {
    await expect(chooseAreaMail(at(world.actors.rita), input)).rejects.toMatchObject({ reason });
  });
});

describe('what comes by mail of a tag', () => {
  test('is chosen, changed and given up, whatever the case of its letters', async () => {
    const { rita } = world.actors;
    await chooseTagMail(at(rita), { tag: 'Alloggio', mail: 'every' });
    await chooseTagMail(at(rita, later), { tag: 'alloggio', mail: 'first' });
    expect(await listTagChoices(at(rita), ['ALLOGGIO', 'altro'])).toEqual([
      { tag: 'alloggio', mail: 'first' },
    ]);
    expect(await db.select({ since: tagFollow.createdAt }).from(tagFollow)).toEqual([{ since: later }]);
    await chooseTagMail(at(rita), { tag: 'ALLOGGIO', mail: null });
    expect(await listTagChoices(at(rita), ['alloggio'])).toEqual([]);
  });

  test('is asked for by a tag as threads carry them', async () => {
    const asked = chooseTagMail(at(world.actors.rita), { tag: '<b>', mail: 'every' });
    await expect(asked).rejects.toMatchObject({ reason: 'tag-invalid', field: 'tag' });
  });
});

test('all choices of a person, of what they may read', async () => {
  const { elena, matteo } = world.actors;
  const [open, shut] = [
    await plantThread(db, { areas: [world.areas.operatori], title: 'Aperta', author: matteo }),
    await plantThread(db, { areas: [world.areas.operatori], title: 'Zittita', author: matteo }),
  ];
  await followThread(at(elena), { threadId: open.id });
  await muteThread(at(elena, later), { threadId: shut.id });
  await chooseTagMail(at(elena), { tag: 'cittadinanza', mail: 'weekly' });
  await chooseCopies(at(elena), { ownCopies: true, secondCopies: false });
  const choices = await listChoices(at(elena));
  expect(choices).toMatchObject({
    areas: [
      { slug: 'operatori', mail: 'every' },
      { slug: 'comuni', mail: null },
      { slug: 'novita', mail: null },
    ],
    tags: [{ tag: 'cittadinanza', mail: 'weekly' }],
    threads: [
      { title: 'Zittita', state: 'muted', areaSlug: 'operatori' },
      { title: 'Aperta', state: 'following' },
    ],
    ownCopies: true,
    secondCopies: false,
    email: 'elena@sovico.example',
  });
  await expect(listChoices(at(anonymous))).rejects.toMatchObject({ code: 'not-allowed' });
});
