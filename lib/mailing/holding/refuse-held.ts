// A moderator decides not to publish a held mail and says why.
import { eq } from 'drizzle-orm';
import { mail, mailDecision } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { mailRefused } from './facts';
import { holdMail } from './hold-mail';
import { isAnswered, refuseInput } from './model';
import { mayDecideHeld } from './policy';

/**
 * The first decision counts. The writer is told, unless it is doubtful that they wrote.
 * @param input `{mailId, reason}`
 * @throws Refusal `invalid` (reason), `not-found`, `not-allowed`, `conflict` (`mail-decided`)
 */
export async function refuseHeld(ctx: Context, input: unknown): Promise<void> {
  const { mailId, reason } = parseInput(refuseInput, input);
  const { personId } = memberOf(ctx.actor);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdMail(tx, mailId);
    demand(mayDecideHeld(ctx.actor, held.areas));
    if (held.outcome !== 'held') throw new Refusal('conflict', 'mail-decided');
    await db.insert(mailDecision).values({ mailId, kind: 'refuse', personId, reason, decidedAt: ctx.now });
    const refused = { outcome: 'refused' as const, reason: 'refused-by-moderator', decidedAt: ctx.now };
    await db.update(mail).set(refused).where(eq(mail.id, mailId));
    if (isAnswered(held.reason)) await announce(db, mailRefused(mailId));
    await record(tx, { act: 'mailing.refuse-held', subject: `mail:${mailId}` });
  });
}
