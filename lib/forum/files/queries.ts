// Every read of files at posts: beside a thread, and one of them for whoever may read its post.
import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import { attachment, file, post, postRemoval, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { findDraftFile } from '../drafts/queries';
import { isRemoved } from '../is-removed';
import type { FileView } from '../model';
import { findThread } from '../posts/queries';
import { mayReadRemoved } from '../removals/policy';

/** Every file of a thread with the number of its post, in order. The caller has read the thread. */
export async function listThreadFiles(
  ctx: Context,
  threadId: string,
): Promise<(FileView & { post: number })[]> {
  return ctx.db
    .select({
      id: attachment.id,
      name: attachment.name,
      mediaType: file.mediaType,
      size: file.size,
      pages: file.pages,
      textState: file.textState,
      post: post.number,
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .innerJoin(post, eq(post.id, attachment.postId))
    .where(and(eq(post.threadId, threadId), eq(attachment.inline, false), sql`not ${isRemoved()}`))
    .orderBy(asc(post.number), asc(attachment.position))
    .limit(filesBesideThread);
}

const filesBesideThread = 50;

export type FileContent = { sha256: string; name: string; mediaType: string; size: number };

/** A file at a post, for those who may read the post, or at one's own draft. @throws Refusal `not-found` or `not-allowed` */
export async function findAttachment(ctx: Context, id: string): Promise<FileContent> {
  if (!isId(id)) throw new Refusal('not-found', 'no-such-file');
  const [found] = await ctx.db
    .select({
      sha256: attachment.sha256,
      name: attachment.name,
      mediaType: file.mediaType,
      size: file.size,
      number: thread.number,
      authorId: post.authorId,
      removal: { kind: postRemoval.kind },
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .innerJoin(post, eq(post.id, attachment.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .leftJoin(postRemoval, and(eq(postRemoval.postId, post.id), isNull(postRemoval.liftedAt)))
    .where(eq(attachment.id, id));
  if (!found) return findDraftFile(ctx, id);
  const { number, authorId, removal, ...content } = found;
  await findThread(ctx, number);
  if (removal) demand(mayReadRemoved(ctx.actor, { authorId, removal }));
  return content;
}
