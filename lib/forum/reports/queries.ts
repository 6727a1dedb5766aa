// Every read of reports: the work list of the secretariat.
import { asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { organization, person, post, postRemoval, report, thread } from '@/db/schema';
import { actsAs } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { demand, deny } from '@/lib/core/verdict';
import { isRemoved } from '../is-removed';
import { openingWords, signatureOf } from '../model';
import { shownArea } from '../queries';
import type { ReportView } from './model';

const reporter = alias(person, 'reporter');
const reporterOrganization = alias(organization, 'reporter_organization');
const mostReports = 200;

/**
 * Open ones, oldest first. Of an area this coordinator may not read only the place and the reason are shown, and of a
 * post its author took away no words. @throws Refusal `not-allowed`
 */
export async function listOpenReports(ctx: Context): Promise<ReportView[]> {
  if (!actsAs(ctx.actor, 'coordinator')) demand(deny('secretariat-only'));
  const rows = await ctx.db
    .select({
      id: report.id,
      reason: report.reason,
      at: report.reportedAt,
      by: {
        name: reporter.name,
        slug: reporterOrganization.slug,
        organization: reporterOrganization.name,
      },
      post: { id: post.id, number: post.number, postedAt: post.postedAt, text: post.text },
      isRemoved: isRemoved(),
      author: { name: person.name, slug: organization.slug, organization: organization.name },
      thread: { number: thread.number, slug: thread.slug, title: thread.title },
      areaSlug: shownArea(ctx.actor, 'slug') as SQL<string | null>,
      isDeleted: sql<boolean>`exists (select from ${postRemoval} where ${postRemoval.postId} = ${post.id}
        and ${postRemoval.liftedAt} is null and ${postRemoval.kind} <> 'hidden')`,
    })
    .from(report)
    .innerJoin(reporter, eq(reporter.id, report.personId))
    .leftJoin(reporterOrganization, eq(reporterOrganization.id, report.organizationId))
    .innerJoin(post, eq(post.id, report.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(isNull(report.closedAt))
    .orderBy(asc(report.reportedAt))
    .limit(mostReports);
  return rows.map(toView);
}

type Named = { name: string; slug: string | null; organization: string | null };
type Row = {
  id: string;
  reason: string;
  at: Date;
  by: Named;
  post: { id: string; number: number; postedAt: Date; text: string };
  author: Named;
  thread: { number: number; slug: string; title: string };
  areaSlug: string | null;
  isRemoved: boolean;
  isDeleted: boolean;
};

function toView({ by, author, areaSlug, isDeleted, isRemoved: removed, ...row }: Row): ReportView {
  const { text, ...post } = row.post;
  const mayRead = areaSlug !== null;
  return {
    ...{ id: row.id, reason: row.reason, at: row.at },
    by: signatureOf(by.name, by.slug, by.organization),
    post: {
      ...post,
      isRemoved: removed,
      author: signatureOf(author.name, author.slug, author.organization),
      opening: mayRead && !isDeleted ? openingWords(text) : '',
    },
    thread: { ...row.thread, title: mayRead ? row.thread.title : '', areaSlug },
  };
}

/** The number beside "Segnalazioni"; 0 for whoever does not decide on them. */
export async function countOpenReports(ctx: Context): Promise<number> {
  if (!actsAs(ctx.actor, 'coordinator')) return 0;
  const [counted] = await ctx.db
    .select({ reports: sql<number>`count(*)::int` })
    .from(report)
    .where(isNull(report.closedAt));
  return counted?.reports ?? 0;
}
