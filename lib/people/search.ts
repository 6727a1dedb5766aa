// Who can be found: organisations by everybody, persons who may sign in by members.
import { and, asc, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { organization, person, seat } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Fact } from '@/lib/platform/jobs/announce';
import type { DocumentSource, SearchDocument } from '@/lib/platform/search/document';
import { holdDocuments, keepDocuments } from '@/lib/platform/search/keep-documents';

export const organizationSource: DocumentSource = {
  kinds: ['organization'],
  subjects: async function* (db) {
    yield ids(await db.select({ id: organization.id }).from(organization).orderBy(asc(organization.id)));
  },
  documents: organizationDocuments,
};

export const personSource: DocumentSource = {
  kinds: ['person'],
  subjects: async function* (db) {
    yield ids(await db.select({ id: person.id }).from(person).orderBy(asc(person.id)));
  },
  documents: personDocuments,
};

function ids(rows: { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** An organisation joined or changed. */
export async function indexOrganization(ctx: Context, { organizationId }: Fact): Promise<void> {
  await index(ctx, organizationSource, String(organizationId));
}

/** A person's name or seats changed. */
export async function indexPerson(ctx: Context, { personId }: Fact): Promise<void> {
  await index(ctx, personSource, String(personId));
}

/** Somebody was invited: told of the seat. */
export async function indexInvited(ctx: Context, { seatId }: Fact): Promise<void> {
  const [held] = await ctx.db
    .select({ personId: seat.personId })
    .from(seat)
    .where(eq(seat.id, String(seatId)));
  if (held) await index(ctx, personSource, held.personId);
}

async function index(ctx: Context, source: DocumentSource, subject: string): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await holdDocuments(tx, subject);
    await keepDocuments(tx, [subject], await source.documents(tx, [subject]));
  });
}

async function organizationDocuments(db: Database, subjects: readonly string[]): Promise<SearchDocument[]> {
  if (subjects.length === 0) return [];
  const { id, name, slug, province, createdAt } = organization;
  const rows = await db
    .select({ id, name, slug, province, createdAt })
    .from(organization)
    .where(and(inArray(organization.id, [...subjects]), ne(organization.status, 'applicant')));
  return rows.map((row) => ({
    ...{ id: row.id, kind: 'organization', groupId: row.id, subjectId: row.id, leads: true },
    ...{ title: row.name, text: row.province ?? '', organization: row.slug, readers: ['public'] },
    at: row.createdAt,
  }));
}

/** Former writers, who have no account, and those who hold no seat any more are found by what they wrote. */
async function personDocuments(db: Database, subjects: readonly string[]): Promise<SearchDocument[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .select({
      ...{ id: person.id, name: person.name, createdAt: person.createdAt },
      organizations: sql<{ slug: string; name: string }[]>`json_agg(json_build_object(
        'slug', ${organization.slug}, 'name', ${organization.name}) order by ${seat.startedAt}, ${seat.id})`,
    })
    .from(person)
    .innerJoin(seat, and(eq(seat.personId, person.id), isNull(seat.endedAt)))
    .innerJoin(organization, eq(organization.id, seat.organizationId))
    .where(and(inArray(person.id, [...subjects]), eq(person.hasAccount, true)))
    .groupBy(person.id);
  return rows.map(({ id, name, createdAt, organizations }) => ({
    ...{ id, kind: 'person', groupId: id, subjectId: id, leads: true, readers: ['members'] },
    ...{ title: name, text: '', names: organizations.map((one) => one.name).join(' '), personId: id },
    ...{ organization: organizations[0]?.slug ?? null, at: createdAt },
  }));
}
