// A person wants to sign in with another address: a link goes there, and nothing changes before it is used.
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import { countAttempt, type Limit } from '@/lib/auth/count-attempt';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { demandSelf } from '../demand-self';
import { addressAsked } from '../facts';
import { demandFreeAddress } from './demand-free-address';
import { addressInput, addressLinkLifetime } from './model';

/** Whoever is signed in sends mail to an address they only say is theirs. */
const perPerson: Limit = { name: 'address-person', hits: 5, window: 15 * 60_000 };

/**
 * @throws Refusal `invalid`, `not-allowed`, `too-many`, `conflict`: it is the one they have (`address-same`), an
 *   office's (`address-is-shared`) or another's (`address-taken`)
 */
export async function requestAddress(ctx: Context, input: unknown): Promise<void> {
  const { email } = parseInput(addressInput, input);
  const { personId } = demandSelf(ctx);
  await countAttempt(ctx, perPerson, personId);
  const [self] = await ctx.db.select({ email: person.email }).from(person).where(eq(person.id, personId));
  if (self?.email?.toLowerCase() === email) throw new Refusal('conflict', 'address-same', 'email');
  await demandFreeAddress(ctx, email, personId);
  await ctx.db.transaction(async (db) => {
    await announce(db, addressAsked({ personId, email, until: ctx.now.getTime() + addressLinkLifetime }));
    await record({ ...ctx, db }, { act: 'people.request-address', subject: `person:${personId}` });
  });
}
