// Makes words mean the same from the next question on: groups are read with each question, whichever engine answers it.
import { searchSynonym } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { demandNew } from './demand-new';
import { addSynonymsInput } from './model';
import { mayKeepSynonyms } from './policy';

/**
 * @param input `{forms}`: a text with a form a line, or commas between them
 * @throws Refusal `invalid` (what `wrongWithForms` says), `not-allowed`, `conflict` (`synonyms-known`)
 */
export async function addSynonyms(ctx: Context, input: unknown): Promise<{ id: string }> {
  const { forms } = parseInput(addSynonymsInput, input);
  demand(mayKeepSynonyms(ctx.actor));
  const id = newId();
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await demandNew(tx, forms);
    await db.insert(searchSynonym).values({ id, forms, createdAt: ctx.now });
    await record(tx, { act: 'search.add-synonyms', subject: `search_synonym:${id}`, detail: { forms } });
  });
  return { id };
}
