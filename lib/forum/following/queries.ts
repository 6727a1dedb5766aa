// Every read of what a person follows and wants by mail, and of how much of it is new to them.
import { and, asc, desc, eq, inArray, sql } from 'drizzle-orm';
import { area, areaFollow, person, tagFollow, thread, threadFollow } from '@/db/schema';
import type { MailChoice } from '@/db/words';
import type { Context, MemberContext } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { shownArea, unreadPosts } from '../queries';
import { visibleTo } from '../visible-to';
import { writeStatementOnce } from '../write-statement-once';
import type { AreaChoice, Choices, TagChoice, ThreadChoice } from './model';

const threadsShown = 200;

/** What one wants by mail of an area one may read; null where it is not followed. */
export async function findAreaChoice(ctx: Context, areaId: string): Promise<MailChoice | null> {
  if (ctx.actor.kind !== 'member') return null;
  const [found] = await selectChoice(ctx, { self: ctx.actor.personId, areaId });
  return found?.mail ?? null;
}

const selectChoice = writeStatementOnce(({ db }) =>
  db
    .select({ mail: areaFollow.mail })
    .from(areaFollow)
    .where(
      and(eq(areaFollow.personId, sql.placeholder('self')), eq(areaFollow.areaId, sql.placeholder('areaId'))),
    )
    .prepare('area choice'),
);

/** What one wants by mail of these tags; those without a choice are left out. */
export async function listTagChoices(ctx: Context, tags: readonly string[]): Promise<TagChoice[]> {
  if (ctx.actor.kind !== 'member' || tags.length === 0) return [];
  return ctx.db
    .select({ tag: tagFollow.tag, mail: tagFollow.mail })
    .from(tagFollow)
    .where(and(eq(tagFollow.personId, ctx.actor.personId), inArray(tagFollow.tag, [...tags])))
    .orderBy(asc(tagFollow.tag));
}

/** All that the acting person has chosen. @throws Refusal `not-allowed` for who is not signed in */
export async function listChoices(given: Context): Promise<Choices> {
  const ctx = { ...given, actor: memberOf(given.actor) };
  const [areas, tags, threads, [self]] = await Promise.all([
    areaChoices(ctx),
    tagChoices(ctx),
    threadChoices(ctx),
    ctx.db
      .select({ ownCopies: person.ownCopies, secondCopies: person.secondCopies, email: person.email })
      .from(person)
      .where(eq(person.id, ctx.actor.personId)),
  ]);
  return { areas, tags, threads, ...(self ?? { ownCopies: false, secondCopies: false, email: null }) };
}

function areaChoices({ db, actor }: MemberContext): Promise<AreaChoice[]> {
  return db
    .select({ slug: area.slug, name: area.name, mail: areaFollow.mail })
    .from(area)
    .leftJoin(areaFollow, and(eq(areaFollow.areaId, area.id), eq(areaFollow.personId, actor.personId)))
    .where(visibleTo(actor))
    .orderBy(asc(area.position), asc(area.name));
}

function tagChoices({ db, actor }: MemberContext): Promise<TagChoice[]> {
  return db
    .select({ tag: tagFollow.tag, mail: tagFollow.mail })
    .from(tagFollow)
    .where(eq(tagFollow.personId, actor.personId))
    .orderBy(asc(tagFollow.tag));
}

function threadChoices({ db, actor }: MemberContext): Promise<ThreadChoice[]> {
  const areaSlug = shownArea(actor, 'slug');
  return db
    .select({
      id: thread.id,
      number: thread.number,
      slug: thread.slug,
      title: thread.title,
      areaSlug,
      state: threadFollow.state,
    })
    .from(threadFollow)
    .innerJoin(thread, eq(thread.id, threadFollow.threadId))
    .where(and(eq(threadFollow.personId, actor.personId), sql`${areaSlug} is not null`))
    .orderBy(desc(threadFollow.createdAt), desc(thread.number))
    .limit(threadsShown);
}

/** How many posts of each of these threads are new to the actor. The caller has read the threads. */
export async function countUnread(ctx: Context, threadIds: readonly string[]): Promise<Map<string, number>> {
  if (threadIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ id: thread.id, unread: unreadPosts(ctx.actor) })
    .from(thread)
    .where(inArray(thread.id, [...threadIds]));
  return new Map(rows.map(({ id, unread }) => [id, unread]));
}
