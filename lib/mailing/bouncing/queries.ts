// Every read of stopped addresses by whom they concern.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { bounce, mailStop, person } from '@/db/schema';
import type { Locale } from '@/db/words';
import type { Context } from '@/lib/core/context';
import type { OwnStop } from './model';

/** The own address to which nothing is sent at the moment; null for whoever has none, or is not signed in. */
export async function findOwnStop({ db, actor }: Context): Promise<OwnStop | null> {
  if (actor.kind !== 'member') return null;
  const [stop] = await db
    .select({
      ...{ email: mailStop.email, kind: mailStop.kind, stoppedAt: mailStop.stoppedAt },
      diagnostic: bounce.diagnostic,
    })
    .from(mailStop)
    .leftJoin(bounce, eq(bounce.id, mailStop.bounceId))
    .where(and(eq(mailStop.personId, actor.personId), isNull(mailStop.resumedAt)))
    .orderBy(desc(mailStop.stoppedAt))
    .limit(1);
  return stop ?? null;
}

/** For the test mail: a stop that has ended, with whom it is about. */
export async function findEndedStop(
  { db }: Context,
  stopId: string,
): Promise<{ email: string; name: string | null; locale: Locale | null } | undefined> {
  const [stop] = await db
    .select({ email: mailStop.email, name: person.name, locale: person.locale })
    .from(mailStop)
    .leftJoin(person, eq(person.id, mailStop.personId))
    .where(eq(mailStop.id, stopId));
  return stop;
}
