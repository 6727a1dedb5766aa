// Every read of the search but the search itself: words and their neighbours, what conditions mean, what hits show.
import { and, desc, eq, exists, ilike, inArray, isNull, or, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  area,
  attachment,
  organization,
  person,
  post,
  searchSynonym,
  searchWord,
  seat,
  threadArea,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isRemoved } from '@/lib/forum/is-removed';
import { visibleTo } from '@/lib/forum/visible-to';
import { splitWords } from '@/lib/text/words/split-words';
import { stemsOf } from '@/lib/text/words/stems-of';
import type { Synonym } from './draft-concepts';
import type { Audience } from './find-audience';

/** What one condition can mean at most. */
const mostMeant = 1000;
const neighboursLookedAt = 40;
const longerWords = 5;

/** All words that mean the same, as stems. */
export async function listSynonyms({ db }: Context): Promise<Synonym[]> {
  const rows = await db.select({ forms: searchSynonym.forms }).from(searchSynonym);
  return rows.map(({ forms }) => forms.map(stemsOfForm).filter((stems) => stems.length > 0));
}

/** Stem → how many documents hold it; the empty word: how many there are. */
export async function countDocuments(
  { db }: Context,
  stems: readonly string[],
): Promise<Map<string, number>> {
  const rows = await db
    .select()
    .from(searchWord)
    .where(inArray(searchWord.word, ['', ...new Set(stems)]));
  return new Map(rows.map(({ word, documents }) => [word, documents]));
}

/** A form is the same each time it is read. */
const stemsByForm = new Map<string, string[]>();
const mostForms = 5_000;

function stemsOfForm(form: string): string[] {
  const known = stemsByForm.get(form);
  if (known) return known;
  if (stemsByForm.size >= mostForms) stemsByForm.clear();
  const stems = stemsOf(form);
  stemsByForm.set(form, stems);
  return stems;
}

export type Neighbour = { of: string; word: string; documents: number; longer: boolean };

/** Known words that look like these, and known words that begin with them. */
export async function listNeighbours({ db }: Context, stems: readonly string[]): Promise<Neighbour[]> {
  if (stems.length === 0) return [];
  return db.execute<Neighbour>(sql`
    select given.stem as of, near.word, near.documents, false as longer
    from unnest(${sql.param([...stems])}::text[]) as given(stem) cross join lateral (
      select word, documents from search_word where word % given.stem
        and abs(length(word) - length(given.stem)) <= 2
      order by similarity(word, given.stem) desc, word limit ${neighboursLookedAt}) near
    union all
    select given.stem, near.word, near.documents, true
    from unnest(${sql.param([...stems])}::text[]) as given(stem) cross join lateral (
      select word, documents from search_word
      where word >= given.stem and word < given.stem || chr(1114111) and length(given.stem) >= 3
      order by documents desc, word limit ${longerWords}) near`);
}

export type ReadableArea = { id: string; slug: string; name: string };

/** The areas this actor may read, in their order. */
export async function listReadableAreas(ctx: Context): Promise<ReadableArea[]> {
  return ctx.db
    .select({ id: area.id, slug: area.slug, name: area.name })
    .from(area)
    .where(visibleTo(ctx.actor))
    .orderBy(area.position, area.name);
}

/** Ids of persons in whose name each of the words stands, as far as the audience knows of them: by what they wrote, or as colleagues. */
export async function findPersonIds({ db }: Context, audience: Audience, name: string): Promise<string[]> {
  const posts = db
    .select({ id: post.id })
    .from(post)
    .where(and(eq(post.authorId, person.id), isReadable(db, audience)));
  const seats = db
    .select({ id: seat.id })
    .from(seat)
    .where(and(eq(seat.personId, person.id), isNull(seat.endedAt)));
  const isColleague = audience.readers.includes('members') ? exists(seats) : undefined;
  const rows = await db
    .select({ id: person.id })
    .from(person)
    .where(and(holdsWords(sql`${person.name}`, name), or(isColleague, exists(posts))))
    .limit(mostMeant);
  return rows.map(({ id }) => id);
}

/** Slugs of organisations in whose name or slug each of the words stands. */
export async function findOrganizationSlugs({ db }: Context, name: string): Promise<string[]> {
  const rows = await db
    .select({ slug: organization.slug })
    .from(organization)
    .where(holdsWords(sql`${organization.name} || ' ' || ${organization.slug}::text`, name))
    .limit(mostMeant);
  return rows.map(({ slug }) => slug);
}

/** Ids of posts the audience may read with a file in whose name each of the words stands, the newest first. */
export async function findPostsWithFile(
  { db }: Context,
  audience: Audience,
  name: string,
): Promise<string[]> {
  const files = db
    .select({ id: attachment.id })
    .from(attachment)
    .where(
      and(
        eq(attachment.postId, post.id),
        eq(attachment.inline, false),
        holdsWords(sql`${attachment.name}`, name),
      ),
    );
  const rows = await db
    .select({ id: post.id })
    .from(post)
    .where(and(exists(files), isReadable(db, audience)))
    .orderBy(desc(post.postedAt), desc(post.id))
    .limit(mostMeant);
  return rows.map(({ id }) => id);
}

/** A condition on table `post`: it stands, in an area of this audience. */
function isReadable(db: Database, { areas }: Audience): SQL | undefined {
  const among = areas.map(({ id }) => id);
  const places = db
    .select({ id: threadArea.areaId })
    .from(threadArea)
    .where(and(eq(threadArea.threadId, post.threadId), inArray(threadArea.areaId, among)));
  return and(exists(places), sql`not ${isRemoved()}`);
}

/** Slug → name. */
export async function nameOrganizations(
  { db }: Context,
  slugs: readonly string[],
): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map();
  const rows = await db
    .select({ slug: organization.slug, name: organization.name })
    .from(organization)
    .where(inArray(organization.slug, [...slugs]));
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}

function holdsWords(text: SQL, words: string): SQL | undefined {
  const folded = splitWords(words).map(({ word }) => word.replace(/[\\%_]/g, '\\$&'));
  return and(...folded.map((word) => ilike(sql`unaccent(${text})`, `%${word}%`)));
}
