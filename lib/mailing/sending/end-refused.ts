// A letter of the house that was refused for good is not tried again, and counts for its address like any copy (MAIL.md E80).
import type { Context } from '@/lib/core/context';
import { MailRefused } from '@/lib/platform/mail/message';
import { noteBounce } from '../bouncing/note-bounce';
import { bounceKindOf } from './model';

/** @throws what `send` throws, but for a refusal that is permanent */
export async function endRefused(by: Context, send: () => Promise<void>): Promise<void> {
  try {
    await send();
  } catch (error) {
    if (!(error instanceof MailRefused) || !error.refusal.permanent) throw error;
    const { to, refusal } = error;
    await by.db.transaction((db) =>
      noteBounce(
        { ...by, db },
        {
          ...{ deliveryId: null, email: to, kind: bounceKindOf(refusal), status: refusal.status },
          ...{ diagnostic: refusal.said, mailId: null, eventId: null },
        },
      ),
    );
  }
}
