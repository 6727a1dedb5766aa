// Writes down one person's digest of a day, with the copies that answers to its threads go on from, and has it sent.
import { delivery, digest } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import type { DigestWindow } from '@/lib/forum/digests/model';
import { toldAt } from '@/lib/forum/writing/model';
import { noteNews } from '@/lib/search/saving/note-news';
import { loadSections } from './load-sections';
import { type DigestSection, type DueDigest, windowOf } from './model';
import { type DigestReceiver, findLastUntil } from './queries';
import { queueDigest } from './queue-digest';

/**
 * A day without news has its row too, and no mail: nothing of it is told later that day.
 * @returns whether there is something to send
 */
export async function planDigest(
  ctx: Context,
  { rhythm, day }: DueDigest,
  { personId, email }: DigestReceiver,
): Promise<boolean> {
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const lastUntil = await findLastUntil(tx, personId, rhythm);
    const window = windowOf({ personId, rhythm, lastUntil, settled: settledBy(ctx.now) }, ctx.now);
    const { since, until, plannedAt: createdAt } = window;
    const id = newId();
    const added = await db
      .insert(digest)
      .values({ id, personId, rhythm, day, since, until, createdAt })
      .onConflictDoNothing()
      .returning({ id: digest.id });
    if (added.length === 0) return false;
    const sections = await loadNews(tx, window, id);
    if (sections.length === 0) return false;
    await writeAnchors(tx, { personId, email }, sections);
    const deliveryId = newId();
    await db.insert(delivery).values({ id: deliveryId, personId, email, digestId: id, createdAt });
    await queueDigest(db, deliveryId);
    return true;
  });
}

/**
 * Saved searches go with the daily digest, and with a weekly one that leaves anyway: whoever is made the weekly one first
 * gets no second mail for them that day.
 */
async function loadNews(tx: Context, window: DigestWindow, digestId: string): Promise<DigestSection[]> {
  const sections = await loadSections(tx, window, digestId);
  if (sections.length === 0 && window.rhythm !== 'daily') return [];
  const { personId, until, plannedAt } = window;
  const isMore = await noteNews(tx, { personId, digestId, until, plannedAt });
  return isMore ? loadSections(tx, window, digestId) : sections;
}

/** The last moment of which a post can no longer be taken back. */
function settledBy(now: Date): Date {
  return new Date(now.getTime() - (toldAt(now).getTime() - now.getTime()));
}

/** A copy that was sent within the digest: its signed address takes answers to the thread (MAIL.md E90). */
async function writeAnchors(
  { db, now }: Context,
  receiver: DigestReceiver,
  sections: readonly DigestSection[],
): Promise<void> {
  const topics = sections.flatMap(({ groups }) => groups.flatMap((group) => group.topics));
  const sent = { ...receiver, state: 'sent' as const, sentAt: now, createdAt: now };
  await db
    .insert(delivery)
    .values(topics.map(({ postId }) => ({ ...sent, postId })))
    .onConflictDoNothing();
}
