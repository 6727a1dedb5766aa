// The button behind the link: signed in as the person, from the new address, which so is proved to be theirs.
import { and, eq } from 'drizzle-orm';
import { address, mailStop, person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { addressChanged, personChanged } from '../facts';
import { demandFreeAddress } from './demand-free-address';
import { type AddressChange, addressChangeInput } from './model';
import { readAddressLink } from './read-address-link';

/**
 * The account stays one, whichever commune the address is of. A former address that is not kept signs nobody in; it is
 * told of the change either way.
 * @throws Refusal `invalid`, `not-allowed`, `gone` (`link-expired`), `conflict` (another's meanwhile)
 */
export async function confirmAddress(ctx: Context, input: unknown): Promise<void> {
  const { keep, ...link } = parseInput(addressChangeInput, input);
  const change = readAddressLink(ctx, link);
  const { personId, email } = change;
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [self] = await db
      .select({ email: person.email })
      .from(person)
      .where(eq(person.id, personId))
      .for('no key update');
    await demandFreeAddress(tx, email, personId);
    await takeAddress(tx, change);
    const former = self?.email;
    if (former && former.toLowerCase() !== email) {
      if (!keep) await dropAddress(tx, personId, former);
      await announce(db, addressChanged(personId, former));
    }
    await announce(db, personChanged(personId));
    await record(tx, { act: 'people.confirm-address', subject: `person:${personId}`, detail: { keep } });
  });
}

async function takeAddress({ db, now }: Context, { personId, email }: AddressChange): Promise<void> {
  const taken = { personId, verifiedAt: now };
  await db
    .insert(address)
    .values({ email, kind: 'personal', ...taken, createdAt: now })
    .onConflictDoUpdate({ target: address.email, set: taken });
  await db.update(person).set({ email, emailVerified: now }).where(eq(person.id, personId));
}

/** Where mail to it was stopped, that is no longer the person's trouble. */
async function dropAddress({ db }: Context, personId: string, email: string): Promise<void> {
  await db.delete(address).where(and(eq(address.email, email), eq(address.personId, personId)));
  await db
    .update(mailStop)
    .set({ personId: null })
    .where(and(eq(mailStop.email, email), eq(mailStop.personId, personId)));
}
