// Every read of sending: whom a post concerns, what it says, which copies are still to be sent.
import { and, asc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import {
  address,
  area,
  areaFollow,
  attachment,
  delivery,
  mail,
  mailStop,
  organization,
  person,
  post,
  seat,
  tagFollow,
  thread,
  threadArea,
  threadTag,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { mayReadBySeat } from '@/lib/forum/audience/may-read-by-seat';
import { isRemoved } from '@/lib/forum/is-removed';
import { signatureOf } from '@/lib/forum/model';
import { standsInText } from '@/lib/forum/stands-in-text';
import type { TextDocument } from '@/lib/text/schema';
import { mailDomain } from '../tokens/mail-domain';
import type { MailedArea, MailedPost, OpenCopy, Wishes } from './model';

const deepestParent = 60;

/** A post that shows, with everything its copies say; null when it was taken back, hidden or deleted. */
export async function findMailedPost({ db }: Context, postId: string): Promise<MailedPost | null> {
  const [found] = await db
    .select({
      id: post.id,
      number: post.number,
      messageId: post.messageId,
      postedAt: post.postedAt,
      body: post.body,
      name: person.name,
      organizationSlug: organization.slug,
      organizationName: organization.name,
      thread: { id: thread.id, number: thread.number, slug: thread.slug, title: thread.title },
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(and(eq(post.id, postId), sql`not ${isRemoved()}`));
  if (!found) return null;
  const { name, organizationSlug, organizationName, ...rest } = found;
  const [parents, files] = await Promise.all([listParents(db, postId), listFiles(db, postId)]);
  return {
    ...rest,
    messageId: found.messageId ?? `${postId}@${mailDomain()}`,
    body: found.body as TextDocument,
    author: signatureOf(name, organizationSlug, organizationName),
    ...{ parents, files },
  };
}

/**
 * The first post of the thread, then down to the one that is answered, which may be of a higher number where a late parent
 * took its answer in. Removed ones keep their id.
 */
async function listParents(db: Context['db'], postId: string): Promise<string[]> {
  const rows = await db.execute<{ message_id: string }>(sql`
    with recursive told as (select id, thread_id, reply_to_id, number from post where id = ${postId}),
    above(id, reply_to_id, depth) as (
      select id, reply_to_id, 0 from told
      union all
      select parent.id, parent.reply_to_id, above.depth + 1 from above
        join post parent on parent.id = above.reply_to_id where above.depth < ${deepestParent}
    ),
    parent as (
      select id, depth from above where depth > 0
      union all
      select first.id, ${deepestParent + 1} from told join post first on first.thread_id = told.thread_id and first.number = 1
    )
    select coalesce(post.message_id, post.id || ${`@${mailDomain()}`}) as message_id
    from parent join post on post.id = parent.id join told on told.id <> post.id
    order by parent.depth desc`);
  return [...new Set(rows.map((row) => row.message_id))];
}

function listFiles(db: Context['db'], postId: string) {
  return db
    .select({ id: attachment.id, name: attachment.name })
    .from(attachment)
    .innerJoin(post, eq(post.id, attachment.postId))
    .where(and(eq(attachment.postId, postId), sql`not ${standsInText()}`))
    .orderBy(asc(attachment.position));
}

/** Everyone with an account who may read a post's thread, with what they chose to get by mail. */
export async function listWishes({ db, now }: Context, postId: string): Promise<Wishes[]> {
  const rows = await db.execute<Wishes>(sql`
    with told as (
      select ${thread.id} as thread_id, ${thread.homeAreaId} as home_id, array(
        select jsonb_array_elements_text(${mail.detail} -> 'addressed') from ${mail}
        where ${mail.postId} = ${postId})::citext[] as addressed
      from ${post} join ${thread} on ${thread.id} = ${post.threadId} where ${post.id} = ${postId}
    ),
    reader as (
      select distinct ${seat.personId} as person_id, ${area.id} as area_id, ${area.position} as position,
        ${area.id} = told.home_id as is_home, ${areaFollow.mail} as choice
      from told join ${threadArea} on ${threadArea.threadId} = told.thread_id
        join ${area} on ${area.id} = ${threadArea.areaId}
        cross join ${seat} join ${organization} on ${organization.id} = ${seat.organizationId}
        left join ${areaFollow} on ${areaFollow.areaId} = ${area.id} and ${areaFollow.personId} = ${seat.personId}
      where ${mayReadBySeat(now)}
    )
    select ${person.id} as "personId", ${person.email} as email, ${person.locale} as locale,
      ${person.ownCopies} as "ownCopies", ${person.secondCopies} as "secondCopies",
      ${person.email} = any(told.addressed) or exists (select from ${address}
        where ${address.personId} = ${person.id} and ${address.email} = any(told.addressed)) as addressed,
      exists (select from ${mailStop} where ${mailStop.email} = ${person.email} and ${mailStop.resumedAt} is null)
        as stopped,
      ${person.emailVerified} is not null or exists (select from ${address} where ${address.email} = ${person.email}
        and ${address.verifiedAt} is not null) as tried,
      (select json_agg(json_build_object('id', area_id, 'choice', choice) order by is_home desc, position)
        from reader where reader.person_id = ${person.id}) as areas,
      array(select ${tagFollow.mail} from ${tagFollow} join ${threadTag} on ${threadTag.tag} = ${tagFollow.tag}
        where ${threadTag.threadId} = told.thread_id and ${tagFollow.personId} = ${person.id}) as tags
    from ${person} cross join told
    where ${person.hasAccount} and ${person.id} in (select person_id from reader)`);
  return [...rows];
}

/** The areas copies come from, by id. */
export async function listMailedAreas(
  { db }: Context,
  ids: readonly string[],
): Promise<Map<string, MailedArea>> {
  const rows = await db
    .select({ id: area.id, slug: area.slug, postingAddress: area.postingAddress, listIds: area.listIds })
    .from(area)
    .where(inArray(area.id, [...ids]));
  return new Map(
    rows.map(({ listIds, ...rest }) => [rest.id, { ...rest, listId: ownListId(listIds) ?? listIdOf(rest) }]),
  );
}

/** RFC 2919: an address of its own, with dots alone. */
/** Not one of a former list elsewhere: filters of mail programs go by it (RFC 2919). */
function ownListId(listIds: readonly string[]): string | undefined {
  return listIds.find((id) => id.endsWith(`.${mailDomain()}`));
}

function listIdOf({ postingAddress }: { postingAddress: string }): string {
  return postingAddress.replace('@', '.');
}

/** Posts of a thread that have copies to be sent, in the order of the thread (MAIL.md E68). */
export async function listWaitingPosts({ db }: Context, threadId: string): Promise<string[]> {
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(
      and(
        eq(post.threadId, threadId),
        sql`exists (select from ${delivery}
          where ${delivery.postId} = ${post.id} and ${delivery.state} in ('waiting', 'sending'))`,
      ),
    )
    .orderBy(asc(post.number));
  return rows.map(({ id }) => id);
}

/** Copies that are still to be sent, or may have been. @param which a condition on `delivery` */
export async function listOpenCopies({ db }: Context, which: SQL): Promise<OpenCopy[]> {
  const rows = await db
    .select({
      id: delivery.id,
      personId: delivery.personId,
      email: delivery.email,
      state: delivery.state,
      batchId: delivery.batchId,
      createdAt: delivery.createdAt,
    })
    .from(delivery)
    .where(and(which, sql`${delivery.state} in ('waiting', 'sending')`))
    .orderBy(asc(delivery.id));
  return rows as OpenCopy[];
}
