// The provider's list of addresses it sends nothing to, mirrored here (MAIL.md E81).
import { and, eq, gt, isNull, lte, ne, sql } from 'drizzle-orm';
import { bounce, mailStop, providerEvent } from '@/db/schema';
import type { BounceKind } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { normalizeEmail } from '@/lib/core/email';
import { happenedAt } from '../receiving/model';
import { noteBounce } from './note-bounce';

/** `origin` is the provider's word; null: the address was taken off the list. `at`: by the provider's clock. */
export type Suppression = { email: string; origin: string | null; eventId: string; at: Date };

const kinds: Readonly<Record<string, BounceKind>> = { bounce: 'permanent', complaint: 'complaint' };

/**
 * Call it within a transaction. Taken off the provider's list, an address is written to again here as well. What the
 * provider tells late changes nothing that happened since.
 */
export async function noteSuppression(ctx: Context, suppression: Suppression): Promise<void> {
  const { origin, eventId, at } = suppression;
  const email = normalizeEmail(suppression.email);
  if (origin === null) {
    const since = and(eq(bounce.email, email), ne(bounce.kind, 'transient'), gt(bounce.bouncedAt, at));
    if ((await ctx.db.$count(bounce, since)) > 0) return;
    const stopped = and(eq(mailStop.email, email), isNull(mailStop.resumedAt), lte(mailStop.stoppedAt, at));
    await ctx.db.update(mailStop).set({ resumedAt: at }).where(stopped);
    return;
  }
  if (await isOvertaken(ctx, email, at)) return;
  const from = { deliveryId: null, status: null, diagnostic: null, mailId: null };
  const kind = kinds[origin] ?? 'suppressed';
  await noteBounce({ ...ctx, now: at }, { ...from, email, eventId, kind });
}

/** Resumed here since, or taken off the list before anybody here knew that it had been on it. */
async function isOvertaken({ db }: Context, email: string, at: Date): Promise<boolean> {
  const resumed = and(eq(mailStop.email, email), gt(mailStop.resumedAt, at));
  if ((await db.$count(mailStop, resumed)) > 0) return true;
  const removals = await db
    .select({ payload: providerEvent.payload, createdAt: providerEvent.createdAt })
    .from(providerEvent)
    .where(
      and(
        eq(providerEvent.kind, 'suppression.removed'),
        sql`lower(${providerEvent.payload} -> 'data' ->> 'email') = ${email}`,
      ),
    );
  return removals.some((removal) => happenedAt(removal) > at);
}
