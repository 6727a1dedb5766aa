// The secretariat decides on a report: the post stays as it is, or it is hidden.
import { and, eq, isNull } from 'drizzle-orm';
import { report } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { holdPost } from '../hold-post';
import { mayModerate } from '../policy';
import { hidePost } from '../removals/hide-post';
import { closeReportInput } from './model';

/**
 * `hidden` hides the post with the note as the reason: what somebody wrote to the secretariat stays there.
 * @throws Refusal `not-found`, `not-allowed`, `gone` (decided already), `invalid`
 */
export async function closeReport(given: Context, input: unknown): Promise<void> {
  const { reportId, decision, note } = parseInput(closeReportInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const postId = await findReportedPost(tx, reportId);
    const held = await holdPost(tx, postId);
    demand(mayModerate(tx.actor, held.thread));
    const closed = await db
      .update(report)
      .set({ closedAt: tx.now, closedById: tx.actor.personId, decision, note })
      .where(and(eq(report.id, reportId), isNull(report.closedAt)))
      .returning({ id: report.id });
    if (closed.length === 0) throw new Refusal('gone', 'report-closed');
    await record(tx, { act: 'forum.close-report', subject: `report:${reportId}`, detail: { decision } });
    if (decision === 'hidden' && !held.removal) {
      await hidePost(tx, { postId, reason: note, confirmed: true });
    }
  });
}

async function findReportedPost({ db }: Context, id: string): Promise<string> {
  const [found] = await db.select({ postId: report.postId }).from(report).where(eq(report.id, id));
  if (!found) throw new Refusal('not-found', 'no-such-report');
  return found.postId;
}
