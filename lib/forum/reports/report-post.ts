// Asks the secretariat to look at a post.

import { report } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { postReported } from '../facts';
import { holdPost } from '../hold-post';
import { mayReactTo } from '../policy';
import { reportPostInput } from './model';

/** Reporting again while the first report is open changes nothing. @throws Refusal `invalid`, `not-found`, `not-allowed` */
export async function reportPost(given: Context, input: unknown): Promise<void> {
  const { postId, reason, confirmed } = parseInput(reportPostInput, input);
  const ctx = actFor(given);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    demand(mayReactTo(tx.actor, await holdPost(tx, postId)));
    checkPersonalData({ reason }, confirmed);
    const { personId, seat } = tx.actor;
    const by = { personId, organizationId: seat.organization.id };
    const [made] = await db
      .insert(report)
      .values({ id: newId(), postId, reason, ...by, reportedAt: tx.now })
      .onConflictDoNothing()
      .returning({ id: report.id });
    if (!made) return;
    await announce(db, postReported(made.id));
    await record(tx, { act: 'forum.report-post', subject: `post:${postId}`, detail: { report: made.id } });
  });
}
