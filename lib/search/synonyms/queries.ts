// Every read of the words that mean the same, for those who keep them.
import { and, eq, ne, sql } from 'drizzle-orm';
import { searchSynonym } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { splitWords } from '@/lib/text/words/split-words';
import type { SynonymGroup } from './model';
import { mayKeepSynonyms } from './policy';

/** More than anybody looks through without asking. */
const mostListed = 500;

const columns = { id: searchSynonym.id, forms: searchSynonym.forms };

/**
 * Groups in the order of their first form.
 * @param asked only those in which these letters stand, whatever their accents; all where it is empty
 * @throws Refusal `not-allowed`
 */
export async function listSynonymGroups(ctx: Context, asked: string): Promise<SynonymGroup[]> {
  demand(mayKeepSynonyms(ctx.actor));
  const words = splitWords(asked).map(({ word }) => `%${word}%`);
  return ctx.db
    .select(columns)
    .from(searchSynonym)
    .where(
      and(
        ...words.map((word) => sql`unaccent(array_to_string(${searchSynonym.forms}, chr(10))) ilike ${word}`),
      ),
    )
    .orderBy(sql`lower(unaccent(${searchSynonym.forms}[1]))`, searchSynonym.id)
    .limit(mostListed);
}

/** @throws Refusal `not-allowed`, `not-found` where it was removed meanwhile */
export async function findSynonymGroup(ctx: Context, id: string): Promise<SynonymGroup> {
  demand(mayKeepSynonyms(ctx.actor));
  const [found] = await ctx.db.select(columns).from(searchSynonym).where(eq(searchSynonym.id, id));
  if (!found) throw new Refusal('not-found', 'no-such-synonyms');
  return found;
}

/** Whether a group, another than this one, says all of it already. */
export async function areKnown({ db }: Context, forms: readonly string[], except = ''): Promise<boolean> {
  const lower = forms.map((form) => form.toLowerCase());
  const [known] = await db
    .select({ id: searchSynonym.id })
    .from(searchSynonym)
    .where(
      and(
        ne(searchSynonym.id, except),
        sql`lower(${searchSynonym.forms}::text)::text[] @> ${sql.param(lower)}::text[]`,
      ),
    )
    .limit(1);
  return known !== undefined;
}
