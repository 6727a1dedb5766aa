// Adds a post to a thread that is held. Numbers are given here and nowhere else: the thread's row is locked until the
// transaction ends, so the next number is its count plus one, and a transaction that fails leaves no gap.
import { eq, sql } from 'drizzle-orm';
import { post, thread, threadArea, threadRead } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { env } from '@/lib/env';
import { announce } from '@/lib/platform/jobs/announce';
import { postPublished } from '../facts';
import { isUnread } from '../queries';
import { type ComposedText, publishedKey, readAfterPosting, toldAt } from './model';

export type PostToWrite = {
  thread: { id: string; postCount: number };
  text: ComposedText;
  replyToId: string | null;
};

/** @returns the id of the post; the world is told of it when it can no longer be taken back */
export async function writePost(tx: MemberContext, { thread: held, text, replyToId }: PostToWrite) {
  const { db, actor, now } = tx;
  const id = newId();
  const number = held.postCount + 1;
  const before = await readingOf(tx, held.id);
  await db.insert(post).values({
    ...text,
    id,
    threadId: held.id,
    number,
    authorId: actor.personId,
    organizationId: actor.seat.organization.id,
    channel: 'web',
    replyToId,
    messageId: `${id}@${env().mailFrom.split('@').at(-1)}`,
    postedAt: now,
  });
  await db
    .update(thread)
    .set({ postCount: number, lastPostAt: latest(thread.lastPostAt, now), lastPosterId: actor.personId })
    .where(eq(thread.id, held.id));
  await db
    .update(threadArea)
    .set({ lastPostAt: latest(threadArea.lastPostAt, now) })
    .where(eq(threadArea.threadId, held.id));
  await rememberReading(tx, held.id, readAfterPosting(before, number));
  await announce(db, postPublished(id), { key: publishedKey(id), runAt: toldAt(now) });
  return id;
}

/** Clocks of two processes differ: a later post never makes a thread older. */
function latest(column: typeof thread.lastPostAt | typeof threadArea.lastPostAt, now: Date) {
  return sql`greatest(${column}, ${now.toISOString()}::timestamptz)`;
}

async function readingOf({ db, actor }: MemberContext, threadId: string) {
  const [reading] = await db
    .select({
      unread: isUnread(actor),
      readUpTo: sql<number>`coalesce((select ${threadRead.lastNumber} from ${threadRead}
        where ${threadRead.threadId} = ${thread.id} and ${threadRead.personId} = ${actor.personId}), 0)`,
    })
    .from(thread)
    .where(eq(thread.id, threadId));
  return reading ?? { unread: false, readUpTo: 0 };
}

async function rememberReading({ db, actor, now }: MemberContext, threadId: string, number: number | null) {
  if (number === null) return;
  await db
    .insert(threadRead)
    .values({ personId: actor.personId, threadId, lastNumber: number, readAt: now })
    .onConflictDoUpdate({
      target: [threadRead.personId, threadRead.threadId],
      set: { lastNumber: sql`greatest(${threadRead.lastNumber}, excluded.last_number)`, readAt: now },
    });
}
