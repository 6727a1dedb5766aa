// Has mail sent again to an address that was stopped; a test mail goes first.
import { and, desc, eq, gt, isNull, or } from 'drizzle-orm';
import { mailStop, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { addressResumed } from './facts';
import { resumeInput } from './model';
import { mayResumeAddress } from './policy';

/**
 * What comes back for the test mail stops the address anew (MAIL.md E80); the provider's own list is told (E81).
 * @param input `{email}`
 * @throws Refusal `invalid`, `not-found` (`address-not-stopped`), `not-allowed`
 */
export async function resumeAddress(ctx: Context, input: unknown): Promise<void> {
  const { email } = parseInput(resumeInput, input);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [stop] = await db
      .select({ id: mailStop.id, personId: mailStop.personId, resumedAt: mailStop.resumedAt })
      .from(mailStop)
      .where(eq(mailStop.email, email))
      .orderBy(desc(mailStop.stoppedAt))
      .limit(1)
      .for('update');
    const organizationIds = stop?.personId ? await organizationsOf(tx, stop.personId) : [];
    demand(mayResumeAddress(ctx.actor, { personId: stop?.personId ?? null, organizationIds }));
    if (!stop || stop.resumedAt) throw new Refusal('not-found', 'address-not-stopped', 'email');
    const resumedById = ctx.actor.kind === 'member' ? ctx.actor.personId : null;
    await db.update(mailStop).set({ resumedAt: ctx.now, resumedById }).where(eq(mailStop.id, stop.id));
    await announce(db, addressResumed(stop.id));
    await record(tx, { act: 'mailing.resume-address', subject: `mail_stop:${stop.id}` });
  });
}

async function organizationsOf({ db, now }: Context, personId: string): Promise<string[]> {
  const rows = await db
    .select({ id: seat.organizationId })
    .from(seat)
    .where(and(eq(seat.personId, personId), or(isNull(seat.endedAt), gt(seat.endedAt, now))));
  return rows.map(({ id }) => id);
}
