// Every read of digests: who is to get one, what one was made of, the copies its answers go on from.
import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { areaFollow, delivery, digest, mailStop, person, post, savedSearch, tagFollow } from '@/db/schema';
import type { DigestRhythm, Locale } from '@/db/words';
import type { Context } from '@/lib/core/context';
import type { DueDigest } from './model';

export type DigestReceiver = { personId: string; email: string };

/** Persons who want a digest of this rhythm of something (saved searches: the daily one), can be reached, and have none of this day yet. */
export async function listDigestReceivers({ db }: Context, due: DueDigest): Promise<DigestReceiver[]> {
  const rows = await db
    .select({ personId: person.id, email: person.email })
    .from(person)
    .where(
      and(
        eq(person.hasAccount, true),
        sql`${person.email} is not null`,
        sql`(exists (select from ${areaFollow} where ${areaFollow.personId} = ${person.id}
            and ${areaFollow.mail} = ${due.rhythm})
          or exists (select from ${tagFollow} where ${tagFollow.personId} = ${person.id}
            and ${tagFollow.mail} = ${due.rhythm})
          or (${due.rhythm} = 'daily' and exists (select from ${savedSearch}
            where ${savedSearch.personId} = ${person.id} and ${savedSearch.mailSince} is not null)))`,
        sql`not exists (select from ${mailStop} where ${mailStop.email} = ${person.email}
          and ${mailStop.resumedAt} is null)`,
        sql`not exists (select from ${digest} where ${digest.personId} = ${person.id}
          and ${digest.rhythm} = ${due.rhythm} and ${digest.day} = ${due.day})`,
      ),
    )
    .orderBy(person.id);
  return rows.flatMap(({ personId, email }) => (email ? [{ personId, email }] : []));
}

/** Up to when the last digest of this rhythm reached; null before the first one. */
export async function findLastUntil(
  { db }: Context,
  personId: string,
  rhythm: DigestRhythm,
): Promise<Date | null> {
  const [last] = await db
    .select({ until: digest.until })
    .from(digest)
    .where(and(eq(digest.personId, personId), eq(digest.rhythm, rhythm)))
    .orderBy(desc(digest.until))
    .limit(1);
  return last?.until ?? null;
}

export type PlannedDigest = {
  id: string;
  deliveryId: string;
  personId: string;
  email: string;
  locale: Locale;
  rhythm: DigestRhythm;
  since: Date;
  until: Date;
  plannedAt: Date;
};

/** A digest on its way; null where its receiver is not to be written to any more. */
export async function findPlanned({ db }: Context, deliveryId: string): Promise<PlannedDigest | null> {
  const [found] = await db
    .select({
      ...{ id: digest.id, personId: digest.personId, rhythm: digest.rhythm },
      ...{ since: digest.since, until: digest.until, plannedAt: digest.createdAt },
      ...{ deliveryId: delivery.id, email: delivery.email, locale: person.locale },
    })
    .from(delivery)
    .innerJoin(digest, eq(digest.id, delivery.digestId))
    .innerJoin(person, eq(person.id, digest.personId))
    .leftJoin(mailStop, and(eq(mailStop.email, delivery.email), isNull(mailStop.resumedAt)))
    .where(and(eq(delivery.id, deliveryId), eq(person.hasAccount, true), isNull(mailStop.id)));
  return found ? { ...found, locale: found.locale ?? 'it' } : null;
}

/** Of each of these posts the copy of this person, by the post's id: what its signed address holds. */
export async function listCopiesOf(
  { db }: Context,
  personId: string,
  postIds: readonly string[],
): Promise<Map<string, string>> {
  if (postIds.length === 0) return new Map();
  const rows = await db
    .select({ id: delivery.id, postId: post.id })
    .from(delivery)
    .innerJoin(post, eq(post.id, delivery.postId))
    .where(and(eq(delivery.personId, personId), inArray(delivery.postId, [...postIds])));
  return new Map(rows.map(({ id, postId }) => [postId, id]));
}
