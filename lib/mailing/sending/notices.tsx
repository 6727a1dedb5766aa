// For each fact of the forum: who gets it by mail.
import type { Context } from '@/lib/core/context';
import { missedItsTurn } from '@/lib/forum/notifications/queries';
import type { Fact } from '@/lib/platform/jobs/announce';
import { planCopies } from './plan-copies';
import { listWaitingPosts } from './queries';
import { queueDelivery } from './queue-delivery';
import { reviveCopies } from './revive-copies';

/** Mails a new post to those who want it. @param fact `forum.post.published` */
export async function mailPublished(ctx: Context, fact: Fact): Promise<void> {
  await planCopies(ctx, String(fact.postId));
}

/**
 * Mails a post that was out of sight when its turn came or while its copies waited, and shows again; what was mailed
 * once is not mailed again.
 * @param fact `forum.post.shown`
 */
export async function mailShown(ctx: Context, fact: Fact): Promise<void> {
  const postId = String(fact.postId);
  await reviveCopies(ctx, postId);
  if (await missedItsTurn(ctx, postId)) await planCopies(ctx, postId);
}

/**
 * Copies that waited in one thread wait in another once their posts went there, and leave with its others.
 * @param fact `forum.thread.changed`
 */
export async function mailMoved(ctx: Context, fact: Fact): Promise<void> {
  const threadId = String(fact.threadId);
  const waiting = await listWaitingPosts(ctx, threadId);
  if (waiting.length > 0) await queueDelivery(ctx.db, threadId);
}
