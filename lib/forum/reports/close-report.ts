// The secretariat decides on a report: the post stays as it is, or it is hidden.
import { and, eq, isNull } from 'drizzle-orm';
import { report } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { holdPost } from '../hold-post';
import { hidePost } from '../removals/hide-post';
import { mayHide } from '../removals/policy';
import { closeReportInput } from './model';
import { noteDecision } from './note-decision';
import { mayCloseReports } from './policy';

/**
 * `hidden` hides the post with the note as the reason: what somebody wrote to the secretariat stays there. A post that
 * is hidden already only has its report closed.
 * @throws Refusal `not-found`, `not-allowed`, `gone` (decided already), `invalid`
 */
export async function closeReport(given: Context, input: unknown): Promise<void> {
  const { reportId, decision, note, confirmed } = parseInput(closeReportInput, input);
  const ctx = actFor(given);
  demand(mayCloseReports(ctx.actor));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const postId = await findReportedPost(tx, reportId);
    const held = await holdPost(tx, postId);
    const isHidden = held.removal !== null && held.removal.kind !== 'deleted';
    if (decision === 'hidden' && !isHidden) demand(mayHide(tx.actor, held));
    checkPersonalData({ note }, confirmed);
    const closed = await db
      .update(report)
      .set({ closedAt: tx.now, closedById: tx.actor.personId, decision, note })
      .where(and(eq(report.id, reportId), isNull(report.closedAt)))
      .returning({ id: report.id });
    if (closed.length === 0) throw new Refusal('gone', 'report-closed');
    const detail = { decision, closed: reportId };
    await record(tx, { act: 'forum.close-report', subject: `report:${reportId}`, detail });
    if (decision === 'hidden' && !isHidden) await hidePost(tx, { postId, reason: note, confirmed });
    await noteDecision(tx, postId);
  });
}

async function findReportedPost({ db }: Context, id: string): Promise<string> {
  const [found] = await db.select({ postId: report.postId }).from(report).where(eq(report.id, id));
  if (!found) throw new Refusal('not-found', 'no-such-report');
  return found.postId;
}
