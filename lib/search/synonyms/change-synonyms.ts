// Changes which words mean the same: the group as it is typed now replaces the one before.
import { eq } from 'drizzle-orm';
import { searchSynonym } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { demandNew } from './demand-new';
import { changeSynonymsInput } from './model';
import { mayKeepSynonyms } from './policy';
import { findSynonymGroup } from './queries';

/**
 * What stood there before is kept in the log.
 * @param input `{id, forms}`, forms as for `addSynonyms`
 * @throws Refusal `invalid`, `not-allowed`, `not-found` (`no-such-synonyms`), `conflict` (`synonyms-known`)
 */
export async function changeSynonyms(ctx: Context, input: unknown): Promise<void> {
  const { id, forms } = parseInput(changeSynonymsInput, input);
  demand(mayKeepSynonyms(ctx.actor));
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await demandNew(tx, forms, id);
    const { forms: before } = await findSynonymGroup(tx, id);
    await db.update(searchSynonym).set({ forms }).where(eq(searchSynonym.id, id));
    const detail = { before, forms };
    await record(tx, { act: 'search.change-synonyms', subject: `search_synonym:${id}`, detail });
  });
}
