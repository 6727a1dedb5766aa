// The words of a group mean what each says again.
import { eq } from 'drizzle-orm';
import { searchSynonym } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { synonymsInput } from './model';
import { mayKeepSynonyms } from './policy';

/** What was removed stands in the log; one that is gone already is what was wanted. @throws Refusal `invalid`, `not-allowed` */
export async function dropSynonyms(ctx: Context, input: unknown): Promise<void> {
  const { id } = parseInput(synonymsInput, input);
  demand(mayKeepSynonyms(ctx.actor));
  await ctx.db.transaction(async (db) => {
    const dropped = await db
      .delete(searchSynonym)
      .where(eq(searchSynonym.id, id))
      .returning({ forms: searchSynonym.forms });
    for (const detail of dropped) {
      const subject = `search_synonym:${id}`;
      await record({ ...ctx, db }, { act: 'search.drop-synonyms', subject, detail });
    }
  });
}
