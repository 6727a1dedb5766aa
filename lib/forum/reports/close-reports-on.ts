// Closes every open report on a post with one decision.
import { and, eq, isNull } from 'drizzle-orm';
import { report } from '@/db/schema';
import type { ReportDecision } from '@/db/words';
import type { MemberContext } from '@/lib/core/context';

export async function closeReportsOn(
  { db, actor, now }: MemberContext,
  postId: string,
  decision: ReportDecision,
): Promise<void> {
  await db
    .update(report)
    .set({ closedAt: now, closedById: actor.personId, decision })
    .where(and(eq(report.postId, postId), isNull(report.closedAt)));
}
