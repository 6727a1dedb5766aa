// A copy the other side refused for good: it failed, and counts for the address it was sent to.
import { eq } from 'drizzle-orm';
import { bounce, delivery } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { MailRefusal } from '@/lib/platform/mail/message';
import { bounceKindOf } from './model';

export async function noteRefusal(
  by: Context,
  copy: { id: string; personId: string; email: string },
  refusal: MailRefusal,
): Promise<void> {
  const { id: deliveryId, personId, email } = copy;
  await by.db.transaction(async (db) => {
    await db
      .update(delivery)
      .set({ state: 'failed', trouble: refusal.said })
      .where(eq(delivery.id, deliveryId));
    await db.insert(bounce).values({
      ...{ email, personId, deliveryId, kind: bounceKindOf(refusal) },
      ...{ status: refusal.status, diagnostic: refusal.said, bouncedAt: by.now },
    });
  });
}
