// The threads a mail may belong to: those it names, and those with its subject in the areas it was sent to.
import { inArray, sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import type { Clues, Known, KnownArea, KnownSender, KnownThread } from './model';

export type ThreadClues = {
  clues: Pick<Clues, 'threadIds' | 'subjectKey' | 'addressed'>;
  areas: readonly KnownArea[];
  sender: KnownSender | null;
  named: Pick<Known, 'posts' | 'copies'>;
};

type Row = {
  id: string;
  locked: boolean;
  last_post_at: string;
  normalized_title: string;
  area_ids: string[];
  has_sender: boolean;
};

/** Of threads that are only alike in subject the newest are enough. */
const mostAlike = 10;

/** The newest first; no statement for a mail that leads to none. */
export async function findThreads({ db }: Context, given: ThreadClues): Promise<KnownThread[]> {
  const { clues, areas, sender, named } = given;
  const found = [...named.posts, ...named.copies].flatMap(({ threadId }) => (threadId ? [threadId] : []));
  const ids = [...new Set([...clues.threadIds, ...found])];
  const areaIds = areas.filter((each) => clues.addressed.includes(each.postingAddress)).map(({ id }) => id);
  const hasAlike = clues.subjectKey !== '' && areaIds.length > 0;
  if (ids.length === 0 && !hasAlike) return [];
  const rows = await db.execute<Row>(sql`
    select t.id, t.locked, t.last_post_at, t.normalized_title, ${hasWritten(sender)} as has_sender,
      array(select x.area_id::text from thread_area x join area a on a.id = x.area_id
        where x.thread_id = t.id order by x.area_id <> t.home_area_id, a.position, a.id) as area_ids
    from thread t
    where ${inArray(sql`t.id`, ids)} or ${hasAlike ? isAlike(clues.subjectKey, areaIds) : sql`false`}
    order by t.last_post_at desc, t.id`);
  return rows.map((row) => threadOf(row, areas));
}

function isAlike(subjectKey: string, areaIds: readonly string[]) {
  return sql`t.id in (select l.id from thread l where l.normalized_title = ${subjectKey} and exists (
      select from thread_area y where y.thread_id = l.id and ${inArray(sql`y.area_id`, [...areaIds])})
    order by l.last_post_at desc, l.id limit ${mostAlike})`;
}

/** What an office wrote is its own person's. */
function hasWritten(sender: KnownSender | null) {
  const personId = sender?.person?.id ?? null;
  const officeId = sender?.office?.id ?? null;
  return sql`exists (select from post p where p.thread_id = t.id and (p.author_id = ${personId}::uuid
    or p.author_id = (select o.id from person o where o.office_of_id = ${officeId}::uuid)))`;
}

function threadOf(row: Row, areas: readonly KnownArea[]): KnownThread {
  return {
    ...{ id: row.id, locked: row.locked, hasSender: row.has_sender },
    lastPostAt: new Date(row.last_post_at),
    normalizedTitle: row.normalized_title,
    areas: row.area_ids.flatMap((id) => areas.find((area) => area.id === id) ?? []),
  };
}
