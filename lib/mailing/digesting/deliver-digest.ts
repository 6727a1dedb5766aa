// Sends one digest, asking again what its receiver may read and wants: what the queue's task does.
import { z } from 'zod';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { deliverOne } from '../sending/deliver-one';
import { composeDigest } from './compose-digest';
import { loadSections } from './load-sections';
import { findPlanned, listCopiesOf } from './queries';
import { queueDigest } from './queue-digest';

const digestInput = z.object({ deliveryId: z.uuid() });

/**
 * Sent twice it is sent once. Where nothing of it is left to tell it is dropped; where the other side names a time it is
 * put off until then (MAIL.md E68).
 * @param input `{ deliveryId }`
 * @throws MailUnavailable where nobody knows for how long
 */
export async function deliverDigest(ctx: Context, input: unknown): Promise<void> {
  const { deliveryId } = parseInput(digestInput, input);
  const again = await deliverOne(ctx, deliveryId, async () => {
    const planned = await findPlanned(ctx, deliveryId);
    if (!planned) return null;
    const sections = await loadSections(ctx, planned, planned.id);
    if (sections.length === 0) return null;
    const topics = sections.flatMap(({ groups }) => groups.flatMap((group) => group.topics));
    const copies = await listCopiesOf(
      ctx,
      planned.personId,
      topics.map(({ postId }) => postId),
    );
    return composeDigest(planned, sections, copies);
  });
  if (again) await queueDigest(ctx.db, deliveryId, again);
}
