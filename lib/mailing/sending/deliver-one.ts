// Sends one copy that stands for itself, such as a digest: the same book-keeping as the copies of a post.
import { eq } from 'drizzle-orm';
import { delivery } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import type { Message } from '@/lib/platform/mail/message';
import { openTransport } from '@/lib/platform/mail/open-transport';
import { askAgainFirst, type OpenCopy } from './model';
import { maySendCopies } from './policy';
import { listOpenCopies } from './queries';
import { resendFrozen } from './resend-frozen';
import { resumedAt } from './resumed-at';
import { sendInBatches } from './send-in-batches';
import { sendOneByOne } from './send-one-by-one';

/**
 * Does nothing for a copy that was sent, failed or was dropped before.
 * @param compose what the copy says now; null: it is no longer wanted or allowed, and is dropped
 * @returns when the other side wants to be asked again; null: nothing is left to do
 * @throws Refusal `not-allowed` for anyone but the system; MailUnavailable where nobody knows for how long
 */
export async function deliverOne(
  ctx: Context,
  deliveryId: string,
  compose: () => Promise<Message | null>,
): Promise<Date | null> {
  demand(maySendCopies(ctx.actor));
  try {
    return askAgainFirst(await tryOne(ctx, deliveryId, compose), ctx.now);
  } catch (error) {
    return resumedAt(error, ctx.now);
  }
}

/** @returns the copy where its receiver's server may take it later */
async function tryOne(
  ctx: Context,
  deliveryId: string,
  compose: () => Promise<Message | null>,
): Promise<OpenCopy[]> {
  const open = await listOpenCopies(ctx, eq(delivery.id, deliveryId));
  if (open.length === 0) return [];
  const transport = openTransport();
  const due = transport.remembers ? await resendFrozen(ctx, transport, open) : open;
  if (due.length === 0) return [];
  const message = await compose();
  if (!message) {
    await ctx.db.update(delivery).set({ state: 'dropped' }).where(eq(delivery.id, deliveryId));
    return [];
  }
  const print = await transport.print({ message, marks: [] });
  const seal = () => print([]);
  if (!transport.remembers) return sendOneByOne(ctx, transport, due, seal);
  await sendInBatches(ctx, transport, due, seal);
  return [];
}
