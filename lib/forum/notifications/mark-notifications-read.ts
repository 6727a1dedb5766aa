// A person has seen what they were told.
import { and, eq, inArray, isNull } from 'drizzle-orm';
import { notification } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { markNotificationsReadInput } from './model';

/** Without ids all of them; others' stay as they are. @throws Refusal `not-allowed` for who is not signed in */
export async function markNotificationsRead(ctx: Context, input: unknown): Promise<void> {
  const { ids } = parseInput(markNotificationsReadInput, input);
  const { personId } = memberOf(ctx.actor);
  await ctx.db
    .update(notification)
    .set({ readAt: ctx.now })
    .where(
      and(
        eq(notification.personId, personId),
        isNull(notification.readAt),
        ids ? inArray(notification.id, ids) : undefined,
      ),
    );
}
