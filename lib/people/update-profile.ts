// Changes what a person says of themselves: name, phone, signature, language.
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { demandSelf } from './demand-self';
import { personChanged } from './facts';
import { profileInput } from './model';

/** @throws Refusal `invalid` naming the field, `not-allowed` */
export async function updateProfile(ctx: Context, input: unknown): Promise<void> {
  const { name, phone, signature, locale } = parseInput(profileInput, input);
  const { personId } = demandSelf(ctx);
  await ctx.db.transaction(async (db) => {
    await db
      .update(person)
      .set({ name, phone: phone || null, signature: signature || null, locale: locale || null })
      .where(eq(person.id, personId));
    await announce(db, personChanged(personId));
    await record({ ...ctx, db }, { act: 'people.update-profile', subject: `person:${personId}` });
  });
}
