// The provider's list of addresses it sends nothing to, mirrored here (MAIL.md E81).
import { and, eq, isNull } from 'drizzle-orm';
import { mailStop } from '@/db/schema';
import type { BounceKind } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { normalizeEmail } from '@/lib/core/email';
import { noteBounce } from './note-bounce';

/** `origin` is the provider's word; null: the address was taken off the list. */
export type Suppression = { email: string; origin: string | null; eventId: string };

const kinds: Readonly<Record<string, BounceKind>> = { bounce: 'permanent', complaint: 'complaint' };

/** Call it within a transaction. Taken off the provider's list, an address is written to again here as well. */
export async function noteSuppression(ctx: Context, { email, origin, eventId }: Suppression): Promise<void> {
  if (origin !== null) {
    const from = { deliveryId: null, status: null, diagnostic: null, mailId: null };
    await noteBounce(ctx, { ...from, email, eventId, kind: kinds[origin] ?? 'suppressed' });
    return;
  }
  await ctx.db
    .update(mailStop)
    .set({ resumedAt: ctx.now })
    .where(and(eq(mailStop.email, normalizeEmail(email)), isNull(mailStop.resumedAt)));
}
