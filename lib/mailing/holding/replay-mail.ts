// Has a mail looked at again, as if it had just come: after its sender was invited, or a rule was mended (MAIL.md E03).
import { eq } from 'drizzle-orm';
import { mail, mailDecision } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { addJob } from '@/lib/platform/jobs/add-job';
import { decideTask } from '../receiving/model';
import { holdMail } from './hold-mail';
import { mayBeReplayed, replayInput } from './model';
import { mayReplay } from './policy';

/**
 * Nobody is answered a second time about one mail.
 * @param input `{mailId}`
 * @throws Refusal `not-found`, `not-allowed`, `conflict` (`mail-posted`: it is in the forum, or being looked at)
 */
export async function replayMail(ctx: Context, input: unknown): Promise<void> {
  const { mailId } = parseInput(replayInput, input);
  demand(mayReplay(ctx.actor));
  const personId = ctx.actor.kind === 'member' ? ctx.actor.personId : null;
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const { outcome } = await holdMail(tx, mailId);
    if (!mayBeReplayed(outcome)) throw new Refusal('conflict', 'mail-posted');
    await db.insert(mailDecision).values({ mailId, kind: 'replay', personId, decidedAt: ctx.now });
    const waiting = { outcome: 'received' as const, reason: null, decidedAt: null };
    await db.update(mail).set(waiting).where(eq(mail.id, mailId));
    await addJob(db, decideTask, { mailId }, { key: `${decideTask}:${mailId}` });
    await record(tx, { act: 'mailing.replay-mail', subject: `mail:${mailId}`, detail: { outcome } });
  });
}
