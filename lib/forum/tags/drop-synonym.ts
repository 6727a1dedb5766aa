// A word no longer means a tag: whoever files under it from now on files under the word itself.
import { eq } from 'drizzle-orm';
import { tagSynonym } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { actFor } from '../act-for';
import { synonymInput } from './model';
import { mayKeepTags } from './policy';

/** What was filed stays filed; a word that is no synonym stays so. @throws Refusal `invalid`, `not-allowed` */
export async function dropSynonym(given: Context, input: unknown): Promise<void> {
  const { synonym } = parseInput(synonymInput, input);
  const ctx = actFor(given);
  demand(mayKeepTags(ctx.actor));
  await ctx.db.transaction(async (db) => {
    const dropped = await db
      .delete(tagSynonym)
      .where(eq(tagSynonym.synonym, synonym))
      .returning({ tag: tagSynonym.tag });
    for (const { tag } of dropped) {
      await record({ ...ctx, db }, { act: 'forum.drop-synonym', subject: `tag:${tag}`, detail: { synonym } });
    }
  });
}
