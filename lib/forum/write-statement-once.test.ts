import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { area, person } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import { testDatabase } from '@/lib/testing/database';
import { createWorld, type World } from '@/lib/testing/world';
import { visibleTo } from './visible-to';
import { writeStatementOnce } from './write-statement-once';

const { db } = await testDatabase();
let world: World;
let written = 0;

const statement = writeStatementOnce(({ db: asked, actor }) => {
  written += 1;
  const self = actor.kind === 'member' ? actor.personId : null;
  return asked
    .select({
      slug: area.slug,
      name: sql<string | null>`(select name from ${person} where id = ${self}::uuid)`,
    })
    .from(area)
    .where(visibleTo(actor))
    .orderBy(area.slug)
    .prepare('areas of the reader');
});

const read = (actor: Actor) => statement({ db, actor }, {});

/** The same, written for this actor alone. */
const readAnew = (actor: Actor) =>
  db.select({ slug: area.slug }).from(area).where(visibleTo(actor)).orderBy(area.slug);

beforeAll(async () => {
  world = await createWorld(db);
});

test('whoever asks reads as themselves and what they may, in whatever order they come', async () => {
  const members = Object.values(world.actors);
  for (const actor of [...members, anonymous, ...members.toReversed(), anonymous]) {
    const rows = await read(actor);
    const name = actor.kind === 'member' ? actor.name : null;
    const anew = await readAnew(actor);
    expect(rows).toEqual(anew.map(({ slug }) => ({ slug, name })));
  }
});

test('it is written once for each role and kind of organisation', async () => {
  const before = written;
  for (const actor of Object.values(world.actors)) await read(actor);
  expect(written).toBe(before);
});

test('a transaction has its own', async () => {
  const before = written;
  await db.transaction(async (tx) => {
    for (let count = 0; count < 2; count++) await statement({ db: tx, actor: anonymous }, {});
  });
  expect(written).toBe(before + 1);
});

test('no word of a person is in it', () => {
  const { rita } = world.actors;
  let given: Actor = anonymous;
  const keep = writeStatementOnce(({ actor }) => {
    given = actor;
    return { execute: async () => [] };
  });
  keep({ db, actor: rita }, {});
  const said = JSON.stringify(given);
  for (const word of [
    rita.personId,
    rita.name,
    rita.seat.id,
    rita.seat.organization.id,
    rita.seat.organization.name,
  ])
    expect(said).not.toContain(word);
});
