// A moderator lets a held mail in; the worker posts it as it would have been.
import { eq } from 'drizzle-orm';
import { mail, mailDecision } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { addJob } from '@/lib/platform/jobs/add-job';
import { decideTask } from '../receiving/model';
import { holdMail } from './hold-mail';
import { releaseInput } from './model';
import { mayDecideHeld } from './policy';

/**
 * The first decision counts.
 * @param input `{mailId}`
 * @throws Refusal `not-found`, `not-allowed`, `conflict` (`mail-decided`)
 */
export async function releaseHeld(ctx: Context, input: unknown): Promise<void> {
  const { mailId } = parseInput(releaseInput, input);
  const { personId } = memberOf(ctx.actor);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdMail(tx, mailId);
    demand(mayDecideHeld(ctx.actor, held.areas));
    if (held.outcome !== 'held') throw new Refusal('conflict', 'mail-decided');
    await db.insert(mailDecision).values({ mailId, kind: 'release', personId, decidedAt: ctx.now });
    await db.update(mail).set({ outcome: 'received' }).where(eq(mail.id, mailId));
    await addJob(db, decideTask, { mailId }, { key: `${decideTask}:${mailId}` });
    await record(tx, { act: 'mailing.release-held', subject: `mail:${mailId}` });
  });
}
