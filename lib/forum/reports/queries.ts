// Every read of reports: the work list of the secretariat.
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { organization, person, post, report, thread } from '@/db/schema';
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

/** Open ones on posts this coordinator may read, oldest first. @throws Refusal `not-allowed` */
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
      areaSlug: shownArea(ctx.actor, 'slug'),
    })
    .from(report)
    .innerJoin(reporter, eq(reporter.id, report.personId))
    .leftJoin(reporterOrganization, eq(reporterOrganization.id, report.organizationId))
    .innerJoin(post, eq(post.id, report.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(open(ctx))
    .orderBy(asc(report.reportedAt))
    .limit(mostReports);
  return rows.map(({ by, author, areaSlug, isRemoved: removed, ...row }) => ({
    ...{ id: row.id, reason: row.reason, at: row.at },
    by: signatureOf(by.name, by.slug, by.organization),
    post: {
      ...{ id: row.post.id, number: row.post.number, postedAt: row.post.postedAt, isRemoved: removed },
      author: signatureOf(author.name, author.slug, author.organization),
      opening: openingWords(row.post.text),
    },
    thread: { ...row.thread, areaSlug },
  }));
}

/** The number beside "Segnalazioni"; 0 for whoever does not decide on them. */
export async function countOpenReports(ctx: Context): Promise<number> {
  if (!actsAs(ctx.actor, 'coordinator')) return 0;
  const [counted] = await ctx.db
    .select({ reports: sql<number>`count(*)::int` })
    .from(report)
    .innerJoin(post, eq(post.id, report.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(open(ctx));
  return counted?.reports ?? 0;
}

function open({ actor }: Context): SQL | undefined {
  return and(isNull(report.closedAt), sql`${shownArea(actor, 'slug')} is not null`);
}
