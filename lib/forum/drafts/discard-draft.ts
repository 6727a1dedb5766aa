// Throws a draft away with its files.
import { and, eq, isNull } from 'drizzle-orm';
import { draft } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { draftInput } from './model';

/** One that is not there, or was sent, stays so. @throws Refusal `not-allowed` for who is not signed in */
export async function discardDraft(ctx: Context, input: unknown): Promise<void> {
  const { draftId } = parseInput(draftInput, input);
  const { personId } = memberOf(ctx.actor);
  await ctx.db
    .delete(draft)
    .where(and(eq(draft.id, draftId), eq(draft.personId, personId), isNull(draft.publishedAt)));
}
