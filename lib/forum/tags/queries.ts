// Every read of tags: which words mean which, and the list the secretariat keeps.
import { inArray, sql } from 'drizzle-orm';
import { area, tagSynonym, threadArea, threadTag } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { visibleTo } from '../visible-to';
import type { TagRow } from './model';
import { mayKeepTags } from './policy';

const mostTags = 1000;

/** The tags that these words mean, each once, in their order; a word that is no synonym means itself. */
export async function listMeant({ db }: Pick<Context, 'db'>, words: readonly string[]): Promise<string[]> {
  if (words.length === 0) return [];
  const rows = await db
    .select({ synonym: tagSynonym.synonym, tag: tagSynonym.tag })
    .from(tagSynonym)
    .where(inArray(tagSynonym.synonym, [...words]));
  const meant = new Map(rows.map(({ synonym, tag }) => [synonym.toLowerCase(), tag]));
  return [...new Set(words.map((word) => meant.get(word.toLowerCase()) ?? word))];
}

/**
 * Tags of threads the actor may read, most used first, each with the other words for it; last those that only have
 * synonyms.
 * @throws Refusal `not-allowed`
 */
export async function listTags(ctx: Context): Promise<TagRow[]> {
  demand(mayKeepTags(ctx.actor));
  const rows = await ctx.db.execute<TagRow>(sql`
    with used as (
      select ${threadTag.tag} as tag, count(distinct ${threadTag.threadId})::int as threads
      from ${threadTag} join ${threadArea} on ${threadArea.threadId} = ${threadTag.threadId}
        join ${area} on ${area.id} = ${threadArea.areaId}
      where ${visibleTo(ctx.actor)} group by 1),
    meant as (
      select tag, array_agg(synonym::text order by synonym) as synonyms from ${tagSynonym} group by 1)
    select coalesce(used.tag, meant.tag)::text as tag, coalesce(threads, 0) as threads,
      coalesce(synonyms, '{}') as synonyms
    from used full join meant on meant.tag = used.tag
    order by threads desc, tag limit ${mostTags}`);
  return rows.map(({ tag, threads, synonyms }) => ({ tag, threads, synonyms }));
}
