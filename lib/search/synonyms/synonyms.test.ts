import { eq, inArray } from 'drizzle-orm';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, searchSynonym } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import type { SearchServer } from '@/lib/platform/search/connection';
import { searchSwitch } from '@/lib/platform/search/search-engine';
import { testDatabase } from '@/lib/testing/database';
import { testSearchServer } from '@/lib/testing/search';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { rebuildSearch } from '../keeping/rebuild-search';
import { searchInput } from '../model';
import { searchEverything } from '../search-everything';
import { addSynonyms } from './add-synonyms';
import { changeSynonyms } from './change-synonyms';
import { dropSynonyms } from './drop-synonyms';
import { findSynonymGroup, listSynonymGroups } from './queries';

const { db } = await testDatabase();
const server = testSearchServer();
const now = new Date('2026-09-20T09:00:00Z');
const world: World = await createWorld(db);
const { olga, rita, ada } = world.actors;
const at = (actor: Actor): Context => ({ db, actor, now });
const added: string[] = [];

async function add(forms: string): Promise<string> {
  const { id } = await addSynonyms(at(olga), { forms });
  added.push(id);
  return id;
}

beforeAll(async () => {
  const { operatori } = world.areas;
  await plantThread(db, { areas: [operatori], title: 'Bonus energia per chi arriva', author: rita });
  await plantThread(db, { areas: [operatori], title: 'Mensa della scuola', author: rita });
  await rebuildSearch({ db, actor: { kind: 'system', name: 'worker' }, now }, server);
});

beforeEach(async () => {
  await db.delete(searchSynonym).where(inArray(searchSynonym.id, added.splice(0)));
});

describe.each<[string, SearchServer | undefined]>([
  ['Meilisearch', server],
  ['PostgreSQL', undefined],
])('with %s', (_name, engine) => {
  const { ask } = searchSwitch(engine);
  const found = async (q: string) => {
    const { hits, reduced } = await searchEverything(at(rita), searchInput.parse({ q }), ask);
    expect(reduced).toBe(engine === undefined);
    return hits.map(({ title }) => title);
  };

  test('what is added, changed and dropped counts with the next question', async () => {
    expect(await found('sgate')).toEqual([]);
    const id = await add('SGATE, bonus energia');
    expect(await found('sgate')).toEqual(['Bonus energia per chi arriva']);
    await changeSynonyms(at(olga), { id, forms: 'SGATE\nmensa' });
    expect(await found('sgate')).toEqual(['Mensa della scuola']);
    await dropSynonyms(at(olga), { id });
    expect(await found('sgate')).toEqual([]);
  });
});

describe('keeping', () => {
  test('the list shows those in which the letters asked for stand, accents aside', async () => {
    const id = await add('SGATE, àgio energetico');
    for (const asked of ['sgat', 'AGIO', 'energetico sgate']) {
      expect(await listSynonymGroups(at(ada), asked)).toEqual([{ id, forms: ['SGATE', 'àgio energetico'] }]);
    }
    expect(await listSynonymGroups(at(ada), 'sgate mensa')).toEqual([]);
    expect((await listSynonymGroups(at(olga), '')).length).toBeGreaterThan(50);
    expect(await findSynonymGroup(at(olga), id)).toEqual({ id, forms: ['SGATE', 'àgio energetico'] });
  });

  test.each([
    ['forms-too-few', 'SGATE'],
    ['forms-too-many', Array.from({ length: 13 }, (_, index) => `forma${index}`).join(',')],
    ['forms-too-many', 'a'.repeat(2_001)],
    ['form-too-long', `${'a'.repeat(81)}, b`],
    ['form-without-word', 'SGATE, di'],
    ['form-twice', 'SGATE, sgate'],
  ])('is refused: %s', async (reason, forms) => {
    const refused = { code: 'invalid', reason, field: 'forms' };
    await expect(addSynonyms(at(olga), { forms })).rejects.toMatchObject(refused);
    await expect(changeSynonyms(at(olga), { id: 'pds', forms })).rejects.toMatchObject(refused);
  });

  test('what another group says already is refused, a group may be said again itself', async () => {
    const id = await add('SGATE, Bonus energia, bolletta');
    await add('SGATE, sportello energia');
    const refused = { code: 'conflict', reason: 'synonyms-known', field: 'forms' };
    await expect(add('bonus energia, sgate')).rejects.toMatchObject(refused);
    await changeSynonyms(at(olga), { id, forms: 'SGATE, bonus energia' });
    await expect(
      changeSynonyms(at(olga), { id: 'pds', forms: 'sgate, bonus energia' }),
    ).rejects.toMatchObject(refused);
  });

  test('a group that is gone cannot be changed; dropping it again is as before', async () => {
    const id = await add('SGATE, bonus energia');
    await dropSynonyms(at(ada), { id });
    await dropSynonyms(at(ada), { id });
    const refused = { code: 'not-found', reason: 'no-such-synonyms' };
    await expect(changeSynonyms(at(olga), { id, forms: 'pera, mela' })).rejects.toMatchObject(refused);
    await expect(findSynonymGroup(at(olga), id)).rejects.toMatchObject(refused);
  });

  test('stands in the log with what was there before', async () => {
    const id = await add('SGATE, bonus energia');
    await changeSynonyms(at(ada), { id, forms: 'SGATE, bolletta' });
    await dropSynonyms(at(olga), { id });
    const rows = await db
      .select({ act: auditEntry.act, detail: auditEntry.detail })
      .from(auditEntry)
      .where(eq(auditEntry.subject, `search_synonym:${id}`))
      .orderBy(auditEntry.id);
    expect(rows).toEqual([
      { act: 'search.add-synonyms', detail: { forms: ['SGATE', 'bonus energia'] } },
      {
        act: 'search.change-synonyms',
        detail: { before: ['SGATE', 'bonus energia'], forms: ['SGATE', 'bolletta'] },
      },
      { act: 'search.drop-synonyms', detail: { forms: ['SGATE', 'bolletta'] } },
    ]);
  });

  test('is for coordinators and the technical administrator', async () => {
    const refused = { code: 'not-allowed', reason: 'office-only' };
    await expect(listSynonymGroups(at(rita), '')).rejects.toMatchObject(refused);
    await expect(findSynonymGroup(at(rita), 'pds')).rejects.toMatchObject(refused);
  });
});
