// Every read of the secretariat's post: the list of mails, one of them with its history, and what waits for a person.
import { and, asc, desc, eq, gte, ilike, isNull, type SQL, sql } from 'drizzle-orm';
import {
  area,
  automaticAnswer,
  bounce,
  mail,
  mailDecision,
  mailStop,
  organization,
  person,
  post,
  seat,
  thread,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { countDead, type DeadJob, listDead } from '@/lib/platform/jobs/dead';
import { holdMail } from '../holding/hold-mail';
import { isAnswered, mayBeReplayed } from '../holding/model';
import { mayDecideHeld, mayReplay } from '../holding/policy';
import { mayReadRawMail } from '../policy';
import {
  type MailQuery,
  type MailStep,
  mailsPerPage,
  type OfficeMail,
  type OfficeMailRow,
  type OfficeWork,
  type OpenDecisions,
  type StoppedAddress,
} from './model';
import { mayReadStopped } from './policy';

const rowColumns = {
  id: mail.id,
  sender: mail.sender,
  subject: mail.subject,
  receivedAt: mail.createdAt,
  outcome: mail.outcome,
  reason: mail.reason,
};

/** One page of mails, those held first as a list of work, then the newest; and how many there are in all. */
export async function searchMails(
  ctx: Context,
  query: MailQuery,
): Promise<{ mails: OfficeMailRow[]; total: number }> {
  demand(mayReadRawMail(ctx.actor));
  const where = matching(query);
  const [mails, total] = await Promise.all([
    ctx.db
      .select(rowColumns)
      .from(mail)
      .where(where)
      .orderBy(desc(sql`${mail.outcome} = 'held'`), desc(mail.createdAt), desc(mail.id))
      .limit(mailsPerPage)
      .offset((query.pagina - 1) * mailsPerPage),
    ctx.db.$count(mail, where),
  ]);
  return { mails, total };
}

function matching({ da, oggetto, esito, motivo, dal, al }: MailQuery): SQL | undefined {
  return and(
    da ? ilike(mail.sender, holding(da)) : undefined,
    oggetto ? ilike(mail.subject, holding(oggetto)) : undefined,
    esito ? eq(mail.outcome, esito) : undefined,
    motivo ? eq(mail.reason, motivo) : undefined,
    dal ? gte(mail.createdAt, midnight(dal)) : undefined,
    al ? sql`${mail.createdAt} < ${midnight(al)} + interval '1 day'` : undefined,
  );
}

function holding(words: string): string {
  return `%${words.replace(/[\\%_]/g, '\\$&')}%`;
}

/** Days are those of Rome. */
function midnight(day: string): SQL {
  return sql`(${day}::date::timestamp at time zone 'Europe/Rome')`;
}

/** How much waits for a person. @throws Refusal `not-allowed` */
export async function countWork({ db, actor }: Context): Promise<OfficeWork> {
  demand(mayReadRawMail(actor));
  const [held, unclear, stopped, dead] = await Promise.all([
    db.$count(mail, eq(mail.outcome, 'held')),
    db.$count(mail, and(eq(mail.outcome, 'bounce'), eq(mail.reason, 'not-understood'))),
    db.$count(mailStop, isNull(mailStop.resumedAt)),
    countDead(db),
  ]);
  return { held, unclear, stopped, dead };
}

/** One mail as it came, with what became of it. @throws Refusal `not-allowed`, `not-found` */
export async function findOfficeMail(ctx: Context, id: string): Promise<OfficeMail> {
  demand(mayReadRawMail(ctx.actor));
  const [found] = isId(id) ? await readMail(ctx, id) : [];
  if (!found) throw new Refusal('not-found', 'no-such-mail');
  const { areaName, areaSlug, place, authentication, detail, ...row } = found;
  const { home, number, slug, post: postNumber } = place;
  const placed = home !== null && number !== null && slug !== null && postNumber !== null;
  return {
    ...row,
    authentication: authentication as OfficeMail['authentication'],
    detail: detail as OfficeMail['detail'],
    area: areaName && areaSlug ? { slug: areaSlug, name: areaName } : null,
    post: placed ? { areaSlug: home, number, slug, post: postNumber } : null,
  };
}

function readMail({ db }: Context, id: string) {
  const home = sql<string | null>`(select home.slug from ${area} home where home.id = ${thread.homeAreaId})`;
  return db
    .select({
      ...rowColumns,
      ...{ messageId: mail.messageId, sentAt: mail.sentAt, decidedAt: mail.decidedAt, door: mail.door },
      ...{ envelopeFrom: mail.envelopeFrom, envelopeTo: mail.envelopeTo, size: mail.size, raw: mail.raw },
      ...{ authentication: mail.authentication, detail: mail.detail },
      ...{ areaName: area.name, areaSlug: area.slug },
      place: { home, number: thread.number, slug: thread.slug, post: post.number },
    })
    .from(mail)
    .leftJoin(area, eq(area.id, mail.areaId))
    .leftJoin(post, eq(post.id, mail.postId))
    .leftJoin(thread, eq(thread.id, post.threadId))
    .where(eq(mail.id, id));
}

/** What was done about a mail, in the order of time. The caller has read the mail. */
export async function listMailSteps({ db }: Context, mailId: string): Promise<MailStep[]> {
  const [decisions, answers] = await Promise.all([
    db
      .select({
        kind: mailDecision.kind,
        by: person.name,
        reason: mailDecision.reason,
        at: mailDecision.decidedAt,
      })
      .from(mailDecision)
      .leftJoin(person, eq(person.id, mailDecision.personId))
      .where(eq(mailDecision.mailId, mailId)),
    db
      .select({ reason: automaticAnswer.reason, at: automaticAnswer.answeredAt })
      .from(automaticAnswer)
      .where(eq(automaticAnswer.mailId, mailId)),
  ]);
  const answered = answers.map((answer) => ({ kind: 'answered' as const, by: null, ...answer }));
  return [...decisions, ...answered].toSorted((one, other) => one.at.getTime() - other.at.getTime());
}

/** What the reader may decide about a mail now. @throws Refusal `not-found` */
export async function findDecisions(ctx: Context, mailId: string): Promise<OpenDecisions> {
  const { outcome, reason, areas } = await ctx.db.transaction((db) => holdMail({ ...ctx, db }, mailId));
  return {
    decide: outcome === 'held' && mayDecideHeld(ctx.actor, areas).allowed,
    replay: mayBeReplayed(outcome) && mayReplay(ctx.actor).allowed,
    told: isAnswered(reason),
  };
}

/** Every address to which nothing is sent at the moment, the latest first. @throws Refusal `not-allowed` */
export async function listStopped(ctx: Context): Promise<StoppedAddress[]> {
  demand(mayReadRawMail(ctx.actor));
  return readStopped(ctx, undefined);
}

/** Those of the people who work at an organisation, for its referent; empty for who is neither referent nor secretariat. */
export async function listStoppedColleagues(ctx: Context, slug: string): Promise<StoppedAddress[]> {
  if (!mayReadStopped(ctx.actor, slug).allowed) return [];
  return readStopped(
    ctx,
    sql`exists (select from ${seat} join ${organization} on ${organization.id} = ${seat.organizationId}
      where ${seat.personId} = ${mailStop.personId} and ${organization.slug} = ${slug} and ${isActive(ctx.now)})`,
  );
}

function readStopped({ db, now }: Context, where: SQL | undefined): Promise<StoppedAddress[]> {
  return db
    .select({
      ...{ email: mailStop.email, kind: mailStop.kind, stoppedAt: mailStop.stoppedAt },
      person: person.name,
      organizations: sql<string[]>`array(select distinct ${organization.name} from ${seat}
        join ${organization} on ${organization.id} = ${seat.organizationId}
        where ${seat.personId} = ${mailStop.personId} and ${isActive(now)} order by 1)`,
      diagnostic: bounce.diagnostic,
    })
    .from(mailStop)
    .leftJoin(person, eq(person.id, mailStop.personId))
    .leftJoin(bounce, eq(bounce.id, mailStop.bounceId))
    .where(and(isNull(mailStop.resumedAt), where))
    .orderBy(desc(mailStop.stoppedAt), asc(mailStop.email));
}

function isActive(now: Date): SQL {
  const moment = sql`${now.toISOString()}::timestamptz`;
  return sql`${seat.startedAt} <= ${moment} and (${seat.endedAt} is null or ${seat.endedAt} > ${moment})`;
}

/** Jobs that were given up. @throws Refusal `not-allowed` */
export async function listDeadJobs({ db, actor }: Context): Promise<DeadJob[]> {
  demand(mayReadRawMail(actor));
  return listDead(db);
}
