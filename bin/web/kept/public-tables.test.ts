import { sql } from 'drizzle-orm';
import { afterEach, expect, test, vi } from 'vitest';
import { anonymous } from '@/lib/core/actor';
import { countContributions, findContributor, listContributions } from '@/lib/forum/contributions/queries';
import { listThreadFiles } from '@/lib/forum/files/queries';
import { listEvents } from '@/lib/forum/moderation/queries';
import { listMoved } from '@/lib/forum/moves/queries';
import { findThread, listPosts } from '@/lib/forum/posts/queries';
import { countThreads, findArea, listAreas, listRecentPublic, listThreads } from '@/lib/forum/queries';
import { listMeant } from '@/lib/forum/tags/queries';
import { listHistoryOf } from '@/lib/membership/queries';
import { findOrganization, listOrganizations } from '@/lib/people/queries';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld } from '@/lib/testing/world';

const { db, sql: client } = await testDatabase();
const world = await createWorld(db);
const ctx = { db, actor: anonymous, now: new Date() };
afterEach(() => {
  vi.restoreAllMocks();
});

const areaSlug = 'novita';
const planted = await plantThread(db, {
  ...{ areas: [world.areas[areaSlug]], title: 'Una prova', author: world.actors.olga },
});
const organization = await findContributor(ctx, 'segrate');

/** Asked in the same statements, and shown to members alone: whoever is not signed in sees nothing of them. */
const ofMembersAlone = new Set([
  'area_organization',
  'notification',
  'thank',
  'thread_follow',
  'thread_read',
]);

/** What each kind of public page asks, signed out. */
const pages: [string, () => Promise<unknown>[]][] = [
  ['the first page', () => [listOrganizations(ctx), listRecentPublic(ctx, 5)]],
  ['the forum', () => [listAreas(ctx)]],
  [
    'an area',
    () => {
      const list = { areaId: world.areas[areaSlug], tag: 'anpr' };
      const rows = listThreads(ctx, { ...list, filter: 'all', page: 1 });
      return [findArea(ctx, areaSlug), listMeant(ctx, ['anpr']), rows, countThreads(ctx, list)];
    },
  ],
  [
    'a thread',
    () => [
      ...[findThread(ctx, planted.number), listPosts(ctx, planted.id, 1), listThreadFiles(ctx, planted.id)],
      ...[listEvents(ctx, planted.id), listMoved(ctx, planted.id, 1)],
    ],
  ],
  [
    'an organisation',
    () => [
      ...[findOrganization(ctx, 'segrate'), countContributions(ctx, organization.id)],
      listHistoryOf(ctx, 'segrate'),
      listContributions(ctx, { organizationId: organization.id, kind: 'all', page: 1 }),
    ],
  ],
];

test.each(pages)('of every table that %s is made of a change is told', async (_page, read) => {
  const told = await namesOf(sql`select event_object_table as name from information_schema.triggers
    where trigger_name = 'tell_public_pages'`);
  const tables = await namesOf(
    sql`select tablename as name from pg_tables where schemaname = current_schema()`,
  );
  const send = vi.spyOn(client, 'unsafe');
  await Promise.all(read());
  const statements = send.mock.calls.map(([text]) => text);
  const asked = [...tables].filter((table) => statements.some((text) => isReadIn(text, table)));
  expect(asked).not.toEqual([]);
  expect(asked.filter((table) => !told.has(table) && !ofMembersAlone.has(table))).toEqual([]);
});

async function namesOf(statement: ReturnType<typeof sql>): Promise<Set<string>> {
  const rows = await db.execute<{ name: string }>(statement);
  return new Set(rows.map(({ name }) => name));
}

function isReadIn(statement: string, table: string): boolean {
  return new RegExp(`\\b(?:from|join)\\s+"?${table}\\b`, 'i').test(statement);
}
