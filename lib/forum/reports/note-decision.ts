// Once nothing on a post waits for a decision, nobody is reminded of its reports any more.
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { notification, report } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';

export async function noteDecision({ db, now }: MemberContext, postId: string): Promise<void> {
  const open = db
    .select({ one: sql`1` })
    .from(report)
    .where(and(eq(report.postId, postId), isNull(report.closedAt)));
  await db
    .update(notification)
    .set({ readAt: now })
    .where(
      and(
        eq(notification.postId, postId),
        eq(notification.kind, 'report'),
        isNull(notification.readAt),
        notExists(open),
      ),
    );
}
