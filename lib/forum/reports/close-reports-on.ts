// Closes every open report on a post with one decision.
import { and, eq, isNull } from 'drizzle-orm';
import { report } from '@/db/schema';
import type { ReportDecision } from '@/db/words';
import type { MemberContext } from '@/lib/core/context';
import { noteDecision } from './note-decision';

export async function closeReportsOn(
  tx: MemberContext,
  postId: string,
  decision: ReportDecision,
): Promise<void> {
  const { db, actor, now } = tx;
  await db
    .update(report)
    .set({ closedAt: now, closedById: actor.personId, decision })
    .where(and(eq(report.postId, postId), isNull(report.closedAt)));
  await noteDecision(tx, postId);
}
