import { beforeAll, describe, expect, test } from 'vitest';
import { area } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
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
    await plantThread(db, {
      ...{ areas: slugs.map((slug) => world.areas[slug]), title, author: world.actors.piero },
      posts: [{ text: 'Relazione della prefettura' }, { text: `Parola${slugs.join('')} segretissima` }],
    });
  }
  const rows = await db
    .select({ slug: area.slug, audience: area.audience, postingRule: area.postingRule, admitted: admittedTo })
    .from(area);
  areas = rows.map((row) => ({ slug: row.slug, readable: (actor) => mayReadArea(actor, row).allowed }));
  await rebuildSearch(system, server);
});

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
    for (const q of [...words, 'segretissimo relazione', '"relazione della"', 'autore:massa', 'dal:2020']) {
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

  test('persons are for members', async () => {
    const find = async (actor: Actor) =>
      (await searchEverything({ db, actor, now }, searchInput.parse({ q: 'ventura' }), ask)).total;
    expect(await find(anonymous)).toBe(0);
    expect(await find(world.actors.elena)).toBe(1);
  });
});

function sum(facets: readonly { count: number }[]): number {
  return facets.reduce((total, { count }) => total + count, 0);
}
