// A person no longer keeps a search; what was told of it goes with it.
import { and, eq } from 'drizzle-orm';
import { savedSearch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demandKeeper } from './demand-keeper';
import { savedSearchInput } from './model';

/** One that is gone already, or is somebody else's, is none of the actor's afterwards as before. @throws Refusal `invalid`, `not-allowed` */
export async function dropSearch(ctx: Context, input: unknown): Promise<void> {
  const { id } = parseInput(savedSearchInput, input);
  const { personId } = demandKeeper(ctx.actor);
  await ctx.db.delete(savedSearch).where(and(eq(savedSearch.id, id), eq(savedSearch.personId, personId)));
}
