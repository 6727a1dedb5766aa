// Every read of saved searches: a person's list, what may be news for them, and what a digest told.
import { and, asc, eq, isNotNull, type SQL, sql } from 'drizzle-orm';
import { delivery, digest, person, post, savedSearch, savedSearchNews, threadFollow } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isRemoved } from '@/lib/forum/is-removed';
import { demandKeeper } from './demand-keeper';
import type { NewsWindow, SavedSearch, ToldSearch } from './model';

/** No post older than this is news, however late it came in; the same for digests of areas. */
const oldest = '31 days';

const { id, name, question } = savedSearch;

/** The actor's own, the newest first. @throws Refusal `not-allowed` */
export async function listSavedSearches(ctx: Context): Promise<SavedSearch[]> {
  const { personId } = demandKeeper(ctx.actor);
  return ctx.db
    .select({ id, name, question, mails: sql<boolean>`${savedSearch.mailSince} is not null` })
    .from(savedSearch)
    .where(eq(savedSearch.personId, personId))
    .orderBy(sql`${savedSearch.createdAt} desc`, savedSearch.id);
}

/** Whether the actor keeps this question already. @param asked as `questionOf` writes it */
export async function isSaved(ctx: Context, asked: string): Promise<boolean> {
  if (ctx.actor.kind !== 'member') return false;
  const [found] = await ctx.db
    .select({ id })
    .from(savedSearch)
    .where(and(eq(savedSearch.personId, ctx.actor.personId), eq(question, asked)));
  return found !== undefined;
}

export type MailedSearch = { id: string; question: string; mailSince: Date };

/** Those of which a person wants to be told, in the order in which they were saved. */
export async function listMailedSearches({ db }: Context, personId: string): Promise<MailedSearch[]> {
  const rows = await db
    .select({ id, question, mailSince: savedSearch.mailSince })
    .from(savedSearch)
    .where(and(eq(savedSearch.personId, personId), isNotNull(savedSearch.mailSince)))
    .orderBy(asc(savedSearch.createdAt), asc(savedSearch.id));
  return rows.flatMap(({ mailSince, ...row }) => (mailSince ? [{ ...row, mailSince }] : []));
}

/**
 * Ids of posts that came in since a search is told by mail and were not told of it. What was told is remembered post by
 * post and not as a moment or a version: what is indexed late is told late, what is edited is not told again. A digest that
 * was dropped or refused for good told nothing.
 */
export async function listFreshPosts(
  { db }: Context,
  search: MailedSearch,
  { personId, until, plannedAt }: NewsWindow,
): Promise<string[]> {
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(
      and(
        sql`${post.postedAt} > ${at(until)} - ${oldest}::interval`,
        sql`${post.createdAt} > ${at(search.mailSince)} and ${post.createdAt} <= ${at(until)}`,
        sql`not ${isRemoved()}`,
        sql`(${post.authorId} <> ${personId}
          or exists (select from ${person} where ${person.id} = ${personId} and ${person.ownCopies}))`,
        sql`not exists (select from ${threadFollow} where ${threadFollow.threadId} = ${post.threadId}
          and ${threadFollow.personId} = ${personId} and ${threadFollow.state} = 'muted')`,
        sql`not exists (select from ${delivery} where ${delivery.postId} = ${post.id}
          and ${delivery.personId} = ${personId} and ${delivery.state} in ('waiting', 'sending', 'sent')
          and ${delivery.createdAt} < ${at(plannedAt)} and ${delivery.createdAt} not in (${lostDigests(personId)}))`,
        sql`not exists (select from ${savedSearchNews}
          join ${delivery} on ${delivery.digestId} = ${savedSearchNews.digestId}
            and ${delivery.state} in ('waiting', 'sending', 'sent')
          where ${savedSearchNews.postId} = ${post.id} and ${savedSearchNews.searchId} = ${search.id})`,
      ),
    );
  return rows.map((row) => row.id);
}

/** When those digests were made that never arrived: the copies written down for their answers are of that very moment. */
function lostDigests(personId: string): SQL {
  return sql`select ${digest.createdAt} from ${digest} join ${delivery} lost on lost.digest_id = ${digest.id}
    where ${digest.personId} = ${personId} and lost.state in ('dropped', 'failed')`;
}

function at(moment: Date): SQL {
  return sql`${moment.toISOString()}::timestamptz`;
}

/** What a digest was to tell of searches that are still told by mail, in the order in which they were saved. */
export async function listToldSearches({ db }: Context, digestId: string): Promise<ToldSearch[]> {
  return db
    .select({ id, name, question, postIds: sql<string[]>`array_agg(${savedSearchNews.postId})` })
    .from(savedSearchNews)
    .innerJoin(savedSearch, eq(savedSearch.id, savedSearchNews.searchId))
    .where(and(eq(savedSearchNews.digestId, digestId), isNotNull(savedSearch.mailSince)))
    .groupBy(savedSearch.id)
    .orderBy(asc(savedSearch.createdAt), asc(savedSearch.id));
}
