import { beforeAll, expect, test } from 'vitest';
import { session } from '@/db/schema';
import { findActor } from '@/lib/auth/find-actor';
import { hashSessionToken } from '@/lib/auth/model';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { plantThread } from '@/lib/testing/threads';
import { createWorld, type World } from '@/lib/testing/world';
import { findThread, listPosts } from './queries';

const { db, sql } = await testDatabase();
let world: World;
const sent: string[] = [];

beforeAll(async () => {
  world = await createWorld(db);
  const { unsafe } = sql;
  const count = (...args: unknown[]) => {
    sent.push(String(args[0]));
    return Reflect.apply(unsafe, sql, args);
  };
  Object.assign(sql, { unsafe: count });
});

test.each([1, 45])(
  'a page of a thread of %i posts is read in three statements, the reader included',
  async (posts) => {
    const { rita, matteo } = world.actors;
    const planted = await plantThread(db, {
      ...{ areas: [world.areas.operatori], title: `Di ${posts}`, author: matteo },
      posts: Array.from({ length: posts }, (_, index) => ({
        author: matteo,
        text: `Messaggio ${index + 1}`,
      })),
    });
    const expires = new Date(Date.now() + 60_000);
    const token = `prova-${posts}`;
    await db
      .insert(session)
      .values({ sessionToken: hashSessionToken(token), userId: rita.personId, expires });
    sent.length = 0;
    const { actor } = await findActor(db, token, new Date());
    const ctx: Context = { db, actor, now: new Date() };
    const thread = await findThread(ctx, planted.number);
    const shown = await listPosts(ctx, thread.id, 1);
    expect(shown).toHaveLength(Math.min(posts, 20));
    expect(sent).toHaveLength(3);
    expect(thread).toMatchObject({ hasEvents: false, hasFiles: false, hasNews: false });
  },
);
