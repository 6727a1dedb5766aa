import { and, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { area, attachment, file, person, post, postRemoval, threadArea } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { mayReadArea } from '@/lib/forum/policy';
import { admittedTo } from '@/lib/forum/queries';
import type { SearchServer } from '@/lib/platform/search/connection';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import { testDatabase } from '@/lib/testing/database';
import { testSearchServer } from '@/lib/testing/search';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { rebuildSearch } from './keeping/rebuild-search';
import { listSimilarThreads } from './list-similar-threads';
import { searchInput } from './model';
import { searchEverything } from './search-everything';
import { suggest } from './suggest';

const { db } = await testDatabase();
const server = testSearchServer();
const now = new Date('2026-09-10T09:00:00Z');
const system = { db, actor: { kind: 'system', name: 'worker' } as const, now };
let world: World;
/** Title of a planted thread → slugs of its areas. */
const planted = new Map<string, string[]>();
let areas: { slug: string; readable: (actor: Actor) => boolean }[];

const words = ['segretissimo', 'relazione', 'prefettura'];

beforeAll(async () => {
  world = await createWorld(db);
  const places: (keyof World['areas'])[][] = [
    ['operatori'],
    ['comuni'],
    ['scelti'],
    ['novita'],
    ['comuni', 'scelti'],
    ['scelti', 'novita'],
    ['operatori', 'comuni'],
  ];
  for (const slugs of places) {
    const title = `Segretissimo ${slugs.join(' ')}`;
    planted.set(title, slugs);
    const { id } = await plantThread(db, {
      ...{ areas: slugs.map((slug) => world.areas[slug]), title, author: world.actors.piero },
      posts: [{ text: 'Relazione della prefettura' }, { text: `Parola${slugs.join('')} segretissima` }],
    });
    await plantFormer(id, calledAfter(slugs));
  }
  const rows = await db
    .select({ slug: area.slug, audience: area.audience, postingRule: area.postingRule, admitted: admittedTo })
    .from(area);
  areas = rows.map((row) => ({ slug: row.slug, readable: (actor) => mayReadArea(actor, row).allowed }));
  await rebuildSearch(system, server);
});

/** No name stands in another. */
const calledAfter = (slugs: readonly string[]) => `di${slugs.join('')}fine`;

/** The first post is by somebody who is only known by it, and has a file; both are called after the areas. */
async function plantFormer(threadId: string, name: string): Promise<void> {
  const personId = newId();
  const sha256 = newId().replaceAll('-', '').padEnd(64, '0');
  await db.insert(person).values({ id: personId, name: `Ex ${name}`, hasAccount: false });
  const [first] = await db
    .update(post)
    .set({ authorId: personId })
    .where(and(eq(post.threadId, threadId), eq(post.number, 1)))
    .returning({ id: post.id });
  const postId = first?.id ?? '';
  await db.insert(file).values({ sha256, size: 10, mediaType: 'application/pdf', textState: 'none' });
  await db.insert(attachment).values({ id: newId(), postId, position: 0, sha256, name: `${name}-nota.pdf` });
}

describe.each<[string, SearchServer | undefined]>([
  ['Meilisearch', server],
  ['PostgreSQL', undefined],
])('%s', (_name, at) => {
  const { ask } = searchSwitch(at);
  const roles = ['anonymous', 'olga', 'rita', 'matteo', 'elena', 'piero', 'ada'] as const;

  test.each(roles)('%s finds, counts and is offered exactly what policy allows', async (role) => {
    const actor: Actor = role === 'anonymous' ? anonymous : world.actors[role];
    const ctx = { db, actor, now };
    const mine = areas.filter(({ readable }) => readable(actor)).map(({ slug }) => slug);
    const allowed = [...planted].flatMap(([title, slugs]) =>
      slugs.some((slug) => mine.includes(slug)) ? [title] : [],
    );
    for (const q of [
      ...words,
      'segretissimo relazione',
      '"relazione della"',
      'autore:massa',
      'ente:prefettura',
      'allegato:nota',
      'dal:2020',
    ]) {
      const result = await searchEverything(ctx, searchInput.parse({ q, tipo: 'discussioni' }), ask);
      expect(result.hits.map((hit) => hit.title).toSorted()).toEqual(allowed.toSorted());
      expect(result.total).toBe(allowed.length);
      expect(result.facets.areas.every(({ value }) => mine.includes(value))).toBe(true);
      for (const { value, count } of result.facets.areas) {
        expect(count).toBe(allowed.filter((title) => planted.get(title)?.includes(value)).length);
      }
      expect(sum(result.facets.years)).toBe(allowed.length);
    }
    const offered = await suggest(ctx, 'segretis', ask);
    expect(offered.map(({ title }) => title).toSorted()).toEqual(allowed.toSorted());
    const similar = await listSimilarThreads(ctx, 'Segretissimo', undefined, ask);
    expect(similar.every(({ title }) => allowed.includes(title))).toBe(true);
  });

  test.each(roles)('to %s an area that may not be read is an unknown one', async (role) => {
    const actor: Actor = role === 'anonymous' ? anonymous : world.actors[role];
    for (const { slug, readable } of areas) {
      const q = `area:${slug} segretissimo`;
      const { unknown, total } = await searchEverything({ db, actor, now }, searchInput.parse({ q }), ask);
      expect([slug, unknown.length, total > 0]).toEqual([slug, readable(actor) ? 0 : 1, readable(actor)]);
      const chosen = await searchEverything(
        { db, actor, now },
        searchInput.parse({ q: 'segretissimo', area: slug }),
        ask,
      );
      expect(chosen.total > 0).toBe(readable(actor));
    }
  });

  test.each(roles)('to %s a file and an author of what may not be read are unknown ones', async (role) => {
    const actor: Actor = role === 'anonymous' ? anonymous : world.actors[role];
    const mine = areas.filter(({ readable }) => readable(actor)).map(({ slug }) => slug);
    for (const slugs of planted.values()) {
      const allowed = slugs.some((slug) => mine.includes(slug));
      for (const prefix of ['allegato', 'autore']) {
        const q = `${prefix}:${calledAfter(slugs)}`;
        const { unknown, total } = await searchEverything({ db, actor, now }, searchInput.parse({ q }), ask);
        expect([q, unknown.length, total > 0]).toEqual([q, allowed ? 0 : 1, allowed]);
      }
    }
  });

  test('whether the search is reduced says nothing of words and conditions', async () => {
    for (const q of ['segretissimo', 'zzzzqqqq', 'autore:zzzz', 'allegato:dicomunifine', 'area:comuni x']) {
      const { reduced } = await searchEverything(
        { db, actor: anonymous, now },
        searchInput.parse({ q }),
        ask,
      );
      expect([q, reduced]).toEqual([q, at === undefined]);
    }
  });

  test('persons are for members', async () => {
    const find = async (actor: Actor) =>
      (await searchEverything({ db, actor, now }, searchInput.parse({ q: 'ventura' }), ask)).total;
    expect(await find(anonymous)).toBe(0);
    expect(await find(world.actors.elena)).toBe(1);
  });
});

describe.each<[string, SearchServer | undefined]>([
  ['Meilisearch', server],
  ['PostgreSQL', undefined],
])('%s, while documents lag', (name, at) => {
  const { ask } = searchSwitch(at);
  const word = `Ritardataria${name.toLowerCase()}`;
  const ctx = { db, actor: anonymous, now };

  beforeAll(async () => {
    const { novita, comuni } = world.areas;
    const plant = (title: string, areaId: string) =>
      plantThread(db, { areas: [areaId], title, author: world.actors.olga });
    const moved = await plant(`${word} spostata`, novita);
    const hidden = await plant(`${word} nascosta`, novita);
    await plant(`${word} presente`, novita);
    await rebuildSearch(system, server);
    await db.update(threadArea).set({ areaId: comuni }).where(eq(threadArea.threadId, moved.id));
    const [gone] = await db.select({ id: post.id }).from(post).where(eq(post.threadId, hidden.id));
    await db.insert(postRemoval).values({
      ...{ id: newId(), postId: gone?.id ?? '', kind: 'hidden', reason: '', removedAt: now },
      ...{ personId: world.actors.olga.personId, organizationId: world.organizations.sandonato },
    });
  });

  test('totals, facets, suggestions and similar threads are of what may be read now', async () => {
    const { hits, total, facets } = await searchEverything(ctx, searchInput.parse({ q: word }), ask);
    expect(hits.map(({ title }) => title)).toEqual([`${word} presente`]);
    expect(total).toBe(1);
    for (const counted of [facets.kinds, facets.areas, facets.organizations, facets.years, facets.answered]) {
      expect(counted.map(({ count }) => count)).toEqual([1]);
    }
    expect((await suggest(ctx, word, ask)).map(({ title }) => title)).toEqual([`${word} presente`]);
    const similar = await listSimilarThreads(ctx, word, undefined, ask);
    expect(similar.map(({ title }) => title)).toEqual([`${word} presente`]);
  });
});

function sum(facets: readonly { count: number }[]): number {
  return facets.reduce((total, { count }) => total + count, 0);
}
