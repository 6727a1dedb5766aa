// Threads from which posts went elsewhere: one that was split, and one that was merged into what was left of it.
import type { Database } from '@/db/client';
import { mergeThreads } from '@/lib/forum/moves/merge-threads';
import { splitThread } from '@/lib/forum/moves/split-thread';
import { type Planted, plantThread } from '@/lib/testing/threads';
import type { World } from '@/lib/testing/world';

export type Moves = { split: Planted; merged: Planted };

const reason = 'Due argomenti nella stessa discussione';

/** By Olga, at a fixed moment. @param title a long one, for the new thread */
export async function plantMoves(db: Database, world: World, title: string, now: Date): Promise<Moves> {
  const { olga, rita, matteo } = world.actors;
  const ctx = { db, actor: olga, now };
  const split = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Da dividere',
    author: rita,
    posts: Array.from({ length: 6 }, (_, index) => ({
      author: index % 2 ? matteo : rita,
      text: `Messaggio ${index + 1}`,
    })),
  });
  const merged = await plantThread(db, {
    areas: [world.areas.operatori],
    title: 'Da unire',
    author: matteo,
    posts: [{ text: 'La stessa domanda' }, { author: rita, text: 'La stessa risposta' }],
  });
  const part = { threadId: split.id, reason, title, areas: ['operatori'], posts: [3, 4, 6] };
  await splitThread(ctx, part);
  await mergeThreads(ctx, { threadId: merged.id, into: split.id, reason });
  return { split, merged };
}
