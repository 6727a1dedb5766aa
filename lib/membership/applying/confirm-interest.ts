// The button behind the mailed link of an interest: only now it is written down.
import { createHash } from 'node:crypto';
import { interest } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { interestConfirmed } from '../facts';
import { openLink } from './open-link';

/** Pressing twice writes once. @throws Refusal `gone`, `not-found` */
export async function confirmInterest(ctx: Context, sealed: string): Promise<void> {
  const link = openLink(sealed, ctx.now);
  if (link.for !== 'interest') throw new Refusal('not-found', 'confirmation-unknown');
  const { kind, name, email, contactName, message } = link;
  const linkHash = createHash('sha256').update(sealed).digest('hex');
  await ctx.db.transaction(async (db) => {
    const id = newId();
    const [written] = await db
      .insert(interest)
      .values({ id, kind, name, email, contactName, message, linkHash, confirmedAt: ctx.now })
      .onConflictDoNothing({ target: interest.linkHash })
      .returning({ id: interest.id });
    if (!written) return;
    await announce(db, interestConfirmed(id));
    await record({ ...ctx, db }, { act: 'membership.confirm-interest', subject: `interest:${id}` });
  });
}
