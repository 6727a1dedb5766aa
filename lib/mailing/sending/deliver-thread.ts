// Sends the waiting copies of a thread, post after post: what the queue's task does.
import { eq, inArray } from 'drizzle-orm';
import { delivery } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { threadInput } from '@/lib/forum/model';
import { openTransport } from '@/lib/platform/mail/open-transport';
import { listReceivers } from './list-receivers';
import { askAgainFirst, type OpenCopy, type Receiver } from './model';
import { maySendCopies } from './policy';
import { printCopies } from './print-copies';
import { findMailedPost, listOpenCopies, listWaitingPosts } from './queries';
import { queueDelivery } from './queue-delivery';
import { resendFrozen } from './resend-frozen';
import { resumedAt } from './resumed-at';
import { sendInBatches } from './send-in-batches';
import { sendOneByOne } from './send-one-by-one';

/**
 * Asks again who wants and may read each post: access, silence and unsubscriptions count when a copy leaves, not when it
 * was planned. A person whose server wants to be asked later gets the posts after it later too (MAIL.md E68): what is left
 * is put off, not failed, so that a post planned meanwhile is not put off with it.
 * @param input `{ threadId }`
 * @throws Refusal `not-allowed` for anyone but the system; MailUnavailable where nobody knows for how long
 */
export async function deliverThread(ctx: Context, input: unknown): Promise<void> {
  const { threadId } = parseInput(threadInput, input);
  demand(maySendCopies(ctx.actor));
  const later = new Map<string, OpenCopy>();
  try {
    for (const postId of await listWaitingPosts(ctx, threadId)) {
      for (const copy of await deliverPost(ctx, postId, later)) later.set(copy.personId, copy);
    }
  } catch (error) {
    await queueDelivery(ctx.db, threadId, resumedAt(error, ctx.now));
    return;
  }
  const again = askAgainFirst([...later.values()], ctx.now);
  if (again) await queueDelivery(ctx.db, threadId, again);
}

async function deliverPost(
  ctx: Context,
  postId: string,
  later: ReadonlyMap<string, OpenCopy>,
): Promise<OpenCopy[]> {
  const transport = openTransport();
  const left = await listOpenCopies(ctx, eq(delivery.postId, postId));
  const open = transport.remembers ? await resendFrozen(ctx, transport, left) : left;
  const post = await findMailedPost(ctx, postId);
  const receivers = new Map(
    (post ? await listReceivers(ctx, post) : []).map((receiver) => [receiver.personId, receiver]),
  );
  const wanted = await dropUnwanted(ctx, open, receivers);
  const due = wanted.filter(({ personId }) => !later.has(personId));
  if (!post || due.length === 0) return [];
  const seal = await printCopies(ctx, transport, post, due, receivers);
  if (!transport.remembers) return sendOneByOne(ctx, transport, due, seal);
  await sendInBatches(ctx, transport, due, seal);
  return [];
}

async function dropUnwanted(
  { db }: Context,
  open: readonly OpenCopy[],
  receivers: ReadonlyMap<string, Receiver>,
): Promise<OpenCopy[]> {
  const dropped = open.filter(({ personId }) => !receivers.has(personId)).map(({ id }) => id);
  if (dropped.length > 0) {
    await db.update(delivery).set({ state: 'dropped' }).where(inArray(delivery.id, dropped));
  }
  return open.filter(({ personId }) => receivers.has(personId));
}
