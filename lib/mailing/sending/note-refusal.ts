// A copy the other side refused for good: it failed, and counts for the address it was sent to (MAIL.md E80).
import { eq } from 'drizzle-orm';
import { delivery } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { MailRefusal } from '@/lib/platform/mail/message';
import { noteBounce } from '../bouncing/note-bounce';
import { bounceKindOf } from './model';

export async function noteRefusal(
  by: Context,
  copy: { id: string; email: string },
  refusal: MailRefusal,
): Promise<void> {
  const { id: deliveryId, email } = copy;
  await by.db.transaction(async (db) => {
    await db
      .update(delivery)
      .set({ state: 'failed', trouble: refusal.said })
      .where(eq(delivery.id, deliveryId));
    await noteBounce(
      { ...by, db },
      {
        ...{ deliveryId, email, kind: bounceKindOf(refusal), status: refusal.status },
        ...{ diagnostic: refusal.said, mailId: null, eventId: null },
      },
    );
  });
}
