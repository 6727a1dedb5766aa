// Tells open pages of new posts: one connection a process listens to the database, whoever reads shares it.
import postgres from 'postgres';
import { env } from '@/lib/env';
import { liveChannel } from '@/lib/forum/notifications/model';

export type LivePost = { thread: number; number: number };
type Hear = (post: LivePost) => void;

/** Kept on the global object, as the pool is: hot reload would listen again at each change. */
const house = globalThis as { raccordoLive?: { hear: Set<Hear>; ready: Promise<unknown> } };

/** @returns stops telling. Nothing is told while the database does not answer. */
export function hearPosts(hear: Hear): () => void {
  house.raccordoLive ??= listen();
  const { hear: listeners } = house.raccordoLive;
  listeners.add(hear);
  return () => listeners.delete(hear);
}

function listen() {
  const hear = new Set<Hear>();
  const connection = { application_name: 'raccordo-live' };
  const sql = postgres(env().databaseUrl ?? '', { max: 1, onnotice: () => {}, connection });
  const ready = sql
    .listen(liveChannel, (payload) => {
      const post: LivePost = JSON.parse(payload);
      for (const one of hear) one(post);
    })
    .catch(() => undefined);
  return { hear, ready };
}
