// What the journey of the search looks for: a question as operators ask it, one like it, one that few may read.
import { and, eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { attachment, file, post } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { type Planted, plantThread } from '@/lib/testing/threads';
import type { World } from '@/lib/testing/world';

/** `desk`: where the journey writes. */
export type PlantedSearch = { question: Planted; related: Planted; closed: Planted; desk: Planted };

/** Older than what lists of the new show. */
const at = new Date('2026-09-01T07:00:00Z');

export async function plantSearch(db: Database, { actors, areas }: World): Promise<PlantedSearch> {
  const { matteo, rita, piero } = actors;
  const question = await plantThread(db, {
    ...{ areas: [areas.operatori], title: 'Minori e metri quadrati dell’alloggio', author: matteo },
    ...{ tags: ['ricongiungimento'], solvedBy: 3 },
    posts: [
      { author: matteo, text: 'Una madre chiede il ricongiungimento con due figli.', at },
      { author: piero, text: 'Serve il certificato di idoneità anche per il più piccolo?', at },
      {
        author: rita,
        text: 'Per un minore di 14 anni l’idoneità non si chiede: art. 29 TUI, e la circ. 7170 lo conferma.',
        at,
      },
    ],
  });
  await attachUnreadable(db, question.id);
  const planted = (title: string, area: string) =>
    plantThread(db, { areas: [area], title, author: matteo, posts: [{ text: `${title}: chi lo sa?`, at }] });
  return {
    question,
    related: await planted('Metri quadrati e alloggio in condivisione', areas.operatori),
    closed: await planted('Metri quadrati: ispezioni del tavolo', areas.scelti),
    desk: await planted('Prove di ricerca', areas.operatori),
  };
}

/** A file whose words no program could read. */
async function attachUnreadable(db: Database, threadId: string): Promise<void> {
  const sha256 = 'd'.repeat(64);
  await db.insert(file).values({ sha256, size: 2048, mediaType: 'application/pdf', textState: 'unreadable' });
  const [last] = await db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.threadId, threadId), eq(post.number, 3)));
  await db
    .insert(attachment)
    .values({ id: newId(), postId: last?.id ?? '', position: 0, sha256, name: 'scansione.pdf' });
}
