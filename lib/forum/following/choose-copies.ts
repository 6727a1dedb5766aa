// Whether a person wants their own posts back, and a second copy of what was also addressed to them (MAIL.md E69).
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { copiesInput } from './model';

/** @throws Refusal `invalid`, `not-allowed` */
export async function chooseCopies(ctx: Context, input: unknown): Promise<void> {
  const copies = parseInput(copiesInput, input);
  const { personId } = memberOf(ctx.actor);
  await ctx.db.update(person).set(copies).where(eq(person.id, personId));
}
