// Sends one copy that stands for itself, such as a digest: the same book-keeping as the copies of a post.
import { eq } from 'drizzle-orm';
import { delivery } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import type { Message } from '@/lib/platform/mail/message';
import { openTransport } from '@/lib/platform/mail/open-transport';
import { maySendCopies } from './policy';
import { listOpenCopies } from './queries';
import { resendFrozen } from './resend-frozen';
import { sendInBatches } from './send-in-batches';
import { sendOneByOne } from './send-one-by-one';

/**
 * Does nothing for a copy that was sent, failed or was dropped before.
 * @param compose what the copy says now; null: it is no longer wanted or allowed, and is dropped
 * @throws Refusal `not-allowed` for anyone but the system; where the other side wants to be asked again later
 */
export async function deliverOne(
  ctx: Context,
  deliveryId: string,
  compose: () => Promise<Message | null>,
): Promise<void> {
  demand(maySendCopies(ctx.actor));
  const open = await listOpenCopies(ctx, eq(delivery.id, deliveryId));
  if (open.length === 0) return;
  const transport = openTransport();
  const due = transport.remembers ? await resendFrozen(ctx, transport, open) : open;
  if (due.length === 0) return;
  const message = await compose();
  if (!message) {
    await ctx.db.update(delivery).set({ state: 'dropped' }).where(eq(delivery.id, deliveryId));
    return;
  }
  const print = await transport.print({ message, marks: [] });
  const seal = () => print([]);
  if (transport.remembers) return sendInBatches(ctx, transport, due, seal);
  const later = await sendOneByOne(ctx, transport, due, seal);
  if (later.length > 0) throw new Error('The receiver is to be asked again later.');
}
