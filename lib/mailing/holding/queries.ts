// Every read of held mails for those who are told of them.
import { and, asc, desc, eq, gt, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { area, mail, mailDecision, organization, person, seat, threadArea } from '@/db/schema';
import type { Locale } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { mayReadBySeat } from '@/lib/forum/audience/may-read-by-seat';
import type { HeldReason, Placement } from '../judging/model';

export type HeldMail = {
  id: string;
  messageId: string | null;
  sender: string | null;
  subject: string;
  reason: HeldReason;
  areas: { id: string; name: string }[];
};

/** A mail that still waits for a moderator, with where it would go; null where somebody decided meanwhile. */
export async function findHeldMail({ db }: Context, mailId: string): Promise<HeldMail | null> {
  const [row] = await db
    .select({
      ...{ id: mail.id, messageId: mail.messageId, sender: mail.sender, subject: mail.subject },
      ...{ reason: mail.reason, detail: mail.detail },
    })
    .from(mail)
    .where(and(eq(mail.id, mailId), eq(mail.outcome, 'held')));
  if (!row) return null;
  const { detail, reason, ...rest } = row;
  const { place } = detail as { place?: Placement };
  const ids =
    place?.kind === 'thread'
      ? [...place.areaIds]
      : db
          .select({ id: threadArea.areaId })
          .from(threadArea)
          .where(sql`${threadArea.threadId} = ${place?.threadId ?? null}::uuid`);
  const areas = await db
    .select({ id: area.id, name: area.name })
    .from(area)
    .where(inArray(area.id, ids))
    .orderBy(asc(area.position));
  return { ...rest, reason: reason as HeldReason, areas };
}

/** Whether its sender was held for writing without end earlier in the same hour: moderators know by then (MAIL.md E26). */
export async function isFloodKnown({ db }: Context, mailId: string): Promise<boolean> {
  const rows = await db.execute(sql`select from mail m join mail earlier on earlier.sender = m.sender
    where m.id = ${mailId} and m.reason = 'too-many-mails' and earlier.reason = m.reason
      and earlier.created_at >= date_trunc('hour', m.created_at)
      and (earlier.created_at, earlier.id) < (m.created_at, m.id)
    limit 1`);
  return rows.length > 0;
}

export type Moderator = { personId: string; name: string; email: string; locale: Locale | null };

/** Coordinators who may read one of these areas; all of them where none is named. */
export async function listModerators({ db, now }: Context, areaIds: readonly string[]): Promise<Moderator[]> {
  const reads =
    areaIds.length === 0
      ? undefined
      : sql`exists (select from ${area} where ${inArray(area.id, [...areaIds])} and ${mayReadBySeat(now)})`;
  const rows = await db
    .selectDistinctOn([person.id], {
      ...{ personId: person.id, name: person.name, email: person.email, locale: person.locale },
    })
    .from(person)
    .innerJoin(seat, eq(seat.personId, person.id))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(
      and(
        ...[eq(seat.role, 'coordinator'), eq(person.hasAccount, true), isNotNull(person.email), reads],
        lte(seat.startedAt, now),
        or(isNull(seat.endedAt), gt(seat.endedAt, now)),
      ),
    );
  return rows.flatMap(({ email, ...rest }) => (email ? [{ ...rest, email }] : []));
}

/** A mail that a moderator refused, with the reason, for its writer; `mayAnswer`: as it was found when it was held. */
export async function findRefusedMail({ db }: Context, mailId: string) {
  const [row] = await db
    .select({
      ...{ id: mail.id, messageId: mail.messageId, subject: mail.subject, sender: mail.sender },
      ...{ mayAnswer: sql<boolean>`coalesce((${mail.detail} ->> 'answer')::boolean, false)` },
      ...{ because: mailDecision.reason, name: person.name, locale: person.locale },
    })
    .from(mail)
    .innerJoin(mailDecision, and(eq(mailDecision.mailId, mail.id), eq(mailDecision.kind, 'refuse')))
    .leftJoin(person, and(eq(person.email, mail.sender), eq(person.hasAccount, true)))
    .where(and(eq(mail.id, mailId), eq(mail.outcome, 'refused')))
    .orderBy(desc(mailDecision.decidedAt))
    .limit(1);
  return row;
}
