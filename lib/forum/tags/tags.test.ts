import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, test } from 'vitest';
import { auditEntry, tagFollow, tagSynonym, threadTag } from '@/db/schema';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { paragraphs } from '@/lib/testing/documents';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';
import { retagThread } from '../moderation/retag-thread';
import { findThread } from '../posts/queries';
import { openThread } from '../writing/open-thread';
import { dropSynonym } from './drop-synonym';
import { joinTags } from './join-tags';
import { listMeant, listTags } from './queries';

const { db } = await testDatabase();
const world = await createWorld(db);
const { olga, rita, matteo } = world.actors;
const at = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-20T09:00:00Z') });
const join = (synonym: string, tag: string) => joinTags(at(olga), { synonym, tag });

beforeEach(async () => {
  for (const table of [threadTag, tagSynonym, tagFollow]) await db.delete(table);
});

const plant = (tags: string[], area = world.areas.operatori) =>
  plantThread(db, { areas: [area], title: 'Con etichette', author: rita, tags });
const tagsOf = async ({ number }: { number: number }) => (await findThread(at(rita), number)).tags;

describe('joining', () => {
  test('threads carry the tag that is meant, each once, and followers follow it', async () => {
    const one = await plant(['pds', 'questura']);
    const both = await plant(['pds', 'permesso di soggiorno']);
    await db.insert(tagFollow).values([
      { personId: rita.personId, tag: 'pds', mail: 'every' },
      { personId: matteo.personId, tag: 'pds', mail: 'none' },
      { personId: matteo.personId, tag: 'permesso di soggiorno', mail: 'daily' },
    ]);
    await join('PDS', 'Permesso di soggiorno');
    expect(await tagsOf(one)).toEqual(['permesso di soggiorno', 'questura']);
    expect(await tagsOf(both)).toEqual(['permesso di soggiorno']);
    const follows = await db.select({ tag: tagFollow.tag, mail: tagFollow.mail }).from(tagFollow);
    expect(follows.map(({ mail }) => mail).toSorted()).toEqual(['daily', 'every']);
    expect(new Set(follows.map(({ tag }) => tag))).toEqual(new Set(['permesso di soggiorno']));
  });

  test('filing and looking follow it', async () => {
    await join('pds', 'permesso di soggiorno');
    const draft = { title: 'Quanto dura', areas: ['operatori'], tags: ['PdS', 'questura'] };
    const opened = await openThread(at(rita), { ...draft, body: paragraphs('Un anno?') });
    expect(await tagsOf(opened)).toEqual(['permesso di soggiorno', 'questura']);
    const retag = { threadId: opened.threadId, reason: 'Ordine', tags: ['pds'] };
    await retagThread(at(olga), retag);
    expect(await tagsOf(opened)).toEqual(['permesso di soggiorno']);
    expect(await listMeant(at(rita), ['Pds', 'permesso di soggiorno', 'altro'])).toEqual([
      'permesso di soggiorno',
      'altro',
    ]);
  });

  test.each([
    [
      'a synonym of a synonym means the tag',
      [
        ['a', 'b'],
        ['c', 'a'],
      ],
      { a: 'b', c: 'b' },
    ],
    [
      'what meant a tag means what the tag means',
      [
        ['a', 'b'],
        ['b', 'c'],
      ],
      { a: 'c', b: 'c' },
    ],
    [
      'a tag and its synonym change places',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      { b: 'a' },
    ],
    [
      'a synonym given another meaning has that one',
      [
        ['a', 'b'],
        ['a', 'c'],
      ],
      { a: 'c' },
    ],
  ])('%s', async (_, joins, expected) => {
    for (const [synonym = '', tag = ''] of joins) await join(synonym, tag);
    const rows = await db.select().from(tagSynonym);
    expect(Object.fromEntries(rows.map(({ synonym, tag }) => [synonym, tag]))).toEqual(expected);
  });

  test.each([
    ['same-tag', 'pds', 'PDS'],
    ['tag-invalid', '#pds', 'permesso'],
    ['tag-missing', '', 'permesso'],
    ['personal-data', 'rssmra80a01h501u', 'persona'],
  ])('is refused: %s', async (reason, synonym, tag) => {
    await expect(join(synonym, tag)).rejects.toMatchObject({ reason });
  });

  test('stands in the log', async () => {
    await join('cds', 'conferenza di servizi');
    const rows = await db
      .select()
      .from(auditEntry)
      .where(eq(auditEntry.subject, 'tag:conferenza di servizi'));
    expect(rows).toMatchObject([{ act: 'forum.join-tags', detail: { synonym: 'cds' } }]);
  });
});

test('a synonym that is dropped means itself again; what was filed stays', async () => {
  const planted = await plant(['pds']);
  await join('pds', 'permesso di soggiorno');
  await dropSynonym(at(olga), { synonym: 'PDS' });
  await dropSynonym(at(olga), { synonym: 'pds' });
  expect(await listMeant(at(rita), ['pds'])).toEqual(['pds']);
  expect(await tagsOf(planted)).toEqual(['permesso di soggiorno']);
});

test('the list counts what the secretariat may read, and is for it alone', async () => {
  await plant(['alloggio']);
  await plant(['alloggio', 'tasse']);
  await plant(['segreta'], world.areas.scelti);
  await join('casa', 'alloggio');
  await join('ricongiungimento', 'famiglia');
  expect(await listTags(at(olga))).toEqual([
    { tag: 'alloggio', threads: 2, synonyms: ['casa'] },
    { tag: 'tasse', threads: 1, synonyms: [] },
    { tag: 'famiglia', threads: 0, synonyms: ['ricongiungimento'] },
  ]);
  await expect(listTags(at(rita))).rejects.toMatchObject({ reason: 'secretariat-only' });
});
