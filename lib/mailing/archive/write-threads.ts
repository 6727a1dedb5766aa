// Writes some whole threads in one transaction: after a crash a thread is there with its posts, or not at all.
import { eq, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { thread, threadArea } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { isSurveyed, type KnownPost, type Sender, type SurveyedMail } from '../model';
import { findStanding } from './find-standing';
import type { Directory } from './load-directory';
import { organizationOf } from './organization-of';
import { resolveAuthors } from './resolve-authors';
import { settleIds } from './settle-ids';
import type { MailThread } from './thread-mails';
import { titleOf } from './title-of';
import { type PlannedPost, type PostTools, writePosts } from './write-posts';

export type ArchiveThread = MailThread<SurveyedMail | KnownPost>;

export type WriteTools = PostTools & { directory: Directory };

/** Two imports at once take turns, batch by batch. */
const lockKey = 727_200_3;

/** Sets `threadId` and `postId` of every mail. @returns how many posts were added */
export async function writeThreads(
  db: Database,
  threads: readonly ArchiveThread[],
  tools: WriteTools,
): Promise<number> {
  return db.transaction(async (tx) => {
    await tx.execute(sql`select pg_advisory_xact_lock(${lockKey})`);
    const fresh = threads.flatMap(({ mails }) => mails.filter(isSurveyed).filter(isNew));
    await findStanding(tx, fresh);
    await settleIds(tx, fresh.filter(isNew));
    const senders = fresh.filter(isNew).flatMap(({ sender }) => (sender ? [sender] : []));
    await resolveAuthors(tx, tools.directory, senders);
    const planned: PlannedPost[] = [];
    for (const each of threads) planned.push(...(await placeThread(tx, each, tools.directory)));
    await writePosts(tx, planned, tools);
    return planned.length;
  });
}

function isNew(mail: SurveyedMail): boolean {
  return mail.outcome === 'posted' && !mail.stored;
}

type Written = { sender: Sender; areaId: string } & SurveyedMail;

function isWritten(mail: SurveyedMail): mail is Written {
  return isNew(mail) && mail.sender !== null && mail.areaId !== null;
}

/** Makes the thread, or lengthens the one that stands, and numbers its new posts. */
async function placeThread(tx: Database, each: ArchiveThread, directory: Directory): Promise<PlannedPost[]> {
  const mails = each.mails.filter(isSurveyed).filter(isWritten);
  const [first] = mails;
  if (!first) return [];
  const standing = each.mails.find((mail) => mail.threadId !== undefined)?.threadId;
  const threadId = standing ?? newId();
  const before = standing ? await lastNumber(tx, standing) : 0;
  const planned = mails.map((mail, index) =>
    planPost(mail, { threadId, number: before + index + 1 }, each, directory),
  );
  if (standing) await lengthenThread(tx, standing, planned);
  else await openThread(tx, planned, first);
  return planned;
}

function planPost(
  mail: Written,
  place: { threadId: string; number: number },
  { parents }: ArchiveThread,
  directory: Directory,
): PlannedPost {
  const personId = directory.addresses.get(mail.sender.address)?.personId;
  if (!personId) throw new Error(`nobody resolved for the mail at position ${mail.position}`);
  const id = newId();
  mail.threadId = place.threadId;
  mail.postId = id;
  return {
    id,
    ...place,
    replyToId: parents.get(mail)?.postId ?? null,
    authorId: personId,
    organizationId: organizationOf(directory, { address: mail.sender.address, personId }, mail.sentAt),
    mail,
  };
}

/** Also where the posts of its last numbers went elsewhere. */
async function lastNumber(tx: Database, threadId: string): Promise<number> {
  const [row] = await tx.select({ last: thread.postCount }).from(thread).where(eq(thread.id, threadId));
  return row?.last ?? 0;
}

async function openThread(tx: Database, planned: readonly PlannedPost[], first: Written): Promise<void> {
  const [opening] = planned;
  const last = planned.at(-1);
  if (!opening || !last) return;
  await tx.insert(thread).values({
    id: opening.threadId,
    homeAreaId: first.areaId,
    ...titleOf(first.subject),
    authorId: opening.authorId,
    organizationId: opening.organizationId,
    postCount: planned.length,
    startedAt: first.sentAt,
    lastPostAt: last.mail.sentAt,
    lastPosterId: last.authorId,
  });
  await standIn(tx, opening.threadId, planned);
}

/** A thread stands in every area one of its mails was sent to. */
async function standIn(tx: Database, threadId: string, planned: readonly PlannedPost[]): Promise<void> {
  const areaIds = new Set(planned.flatMap(({ mail }) => [mail.areaId, ...mail.otherAreaIds]));
  const at = sql`(select ${thread.lastPostAt} from ${thread} where ${thread.id} = ${threadId})`;
  const rows = [...areaIds].flatMap((areaId) => (areaId ? [{ threadId, areaId, lastPostAt: at }] : []));
  await tx.insert(threadArea).values(rows).onConflictDoNothing();
}

/** Posts that come late are numbered after those that stand: a number is a permanent address. */
async function lengthenThread(tx: Database, id: string, planned: readonly PlannedPost[]): Promise<void> {
  const last = planned.at(-1);
  if (!last) return;
  const at = last.mail.sentAt.toISOString();
  await tx
    .update(thread)
    .set({
      postCount: sql`${thread.postCount} + ${planned.length}`,
      lastPosterId: sql`case when ${thread.lastPostAt} <= ${at} then ${last.authorId}::uuid else ${thread.lastPosterId} end`,
      lastPostAt: sql`greatest(${thread.lastPostAt}, ${at}::timestamptz)`,
    })
    .where(eq(thread.id, id));
  await standIn(tx, id, planned);
  await tx
    .update(threadArea)
    .set({ lastPostAt: sql`greatest(${threadArea.lastPostAt}, ${at}::timestamptz)` })
    .where(eq(threadArea.threadId, id));
}
