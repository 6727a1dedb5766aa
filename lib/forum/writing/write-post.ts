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
import { type Arrival, type ComposedText, publishedKey, readAfterPosting, toldAt } from './model';
import { signerOf } from './signer-of';
import { writeFiles } from './write-files';

export type PostToWrite = {
  thread: { id: string; postCount: number };
  text: ComposedText;
  replyToId: string | null;
  /** Where it came by mail. */
  arrival?: Arrival | undefined;
};

/** @returns the id of the post; the world is told of it when it can no longer be taken back */
export async function writePost(tx: MemberContext, { thread: held, text, replyToId, arrival }: PostToWrite) {
  const { db, actor } = tx;
  const id = newId();
  const number = held.postCount + 1;
  const { personId, organizationId } = signerOf(actor, arrival);
  const isOwn = personId === actor.personId;
  const before = isOwn ? await readingOf(tx, held.id) : null;
  const source = sourceOf(tx, id, arrival);
  const { postedAt } = source;
  const last = { postCount: number, lastPosterId: personId };
  await db.insert(post).values({
    ...{ ...text, ...source, id, threadId: held.id, number, replyToId },
    ...{ authorId: personId, organizationId },
  });
  // In any order: nothing waits for the answer to another.
  await Promise.all([
    db
      .update(thread)
      .set({ ...last, lastPostAt: latest(thread.lastPostAt, postedAt) })
      .where(eq(thread.id, held.id)),
    db
      .update(threadArea)
      .set({ lastPostAt: latest(threadArea.lastPostAt, postedAt) })
      .where(eq(threadArea.threadId, held.id)),
    before && rememberReading(tx, held.id, readAfterPosting(before, number)),
    arrival && writeFiles(tx, id, arrival.files),
    announce(db, postPublished(id), arrival ? undefined : waiting(tx, id)),
  ]);
  return id;
}

/** Which way the post came, and what it is known by. */
function sourceOf({ now }: MemberContext, id: string, arrival: Arrival | undefined) {
  if (!arrival) {
    const messageId = `${id}@${env().mailFrom.split('@').at(-1)?.toLowerCase()}`;
    return { channel: 'web' as const, messageId, postedAt: now };
  }
  const { messageId, sentAt: postedAt, quotedHtml, masked } = arrival;
  return { channel: 'mail' as const, messageId, postedAt, quotedHtml, masked };
}

function waiting({ now }: MemberContext, id: string) {
  return { key: publishedKey(id), runAt: toldAt(now) };
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
