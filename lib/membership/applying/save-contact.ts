// The second step of an application: who answers for it, and who would be the referent.
import { eq } from 'drizzle-orm';
import { application } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { findByWord } from './find-by-word';
import { contactInput } from './model';

/** @param word of the application's link @throws Refusal `invalid`, `not-found`, `gone` */
export async function saveContact(ctx: Context, word: string, input: unknown): Promise<void> {
  const contact = parseInput(contactInput, input);
  const found = await findByWord(ctx, word);
  if (found.closedAt) throw new Refusal('gone', 'application-closed');
  await ctx.db
    .update(application)
    .set({ ...contact, changedAt: ctx.now })
    .where(eq(application.id, found.id));
}
