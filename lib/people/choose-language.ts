// The language a person reads Raccordo in, on every device.
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demandSelf } from './demand-self';
import { profileInput } from './model';

const input = profileInput.pick({ locale: true });

/** An empty language means: as the browser asks. @throws Refusal `invalid`, `not-allowed` */
export async function chooseLanguage(ctx: Context, given: unknown): Promise<void> {
  const { locale } = parseInput(input, given);
  const { personId } = demandSelf(ctx);
  await ctx.db
    .update(person)
    .set({ locale: locale || null })
    .where(eq(person.id, personId));
}
