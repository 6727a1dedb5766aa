// The threads a mail may belong to: those it names, and those with its subject in the areas it was sent to.
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import type { Clues, Known, KnownArea, KnownSender, KnownThread } from './model';

export type ThreadClues = {
  clues: Pick<Clues, 'threadIds' | 'subjectKey'>;
  areas: readonly KnownArea[];
  /** Those it is addressed to. */
  addressed: readonly KnownArea[];
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
  former_ids: string[];
};

/** Of threads that are only alike in subject the newest are enough. */
const mostAlike = 10;

/**
 * The newest first; no statement for a mail that leads to none. A thread that was merged is found where its first post
 * stands now (`findThreadNow` of the forum, in the same statement).
 */
export async function findThreads({ db }: Context, given: ThreadClues): Promise<KnownThread[]> {
  const { clues, areas, addressed, sender, named } = given;
  const found = [...named.posts, ...named.copies].flatMap(({ threadId }) => (threadId ? [threadId] : []));
  const ids = [...new Set([...clues.threadIds, ...found])];
  const hasAlike = clues.subjectKey !== '' && addressed.length > 0;
  if (ids.length === 0 && !hasAlike) return [];
  const alike = hasAlike ? alikeIn(clues.subjectKey, addressed) : sql`'{}'::uuid[]`;
  const rows = await db.execute<Row>(sql`
    with led as (
      select g.thread_id as former_id, p.thread_id as id from thread_merge g
      join post_move m on m.thread_id = g.thread_id and m.number = 1 join post p on p.id = m.post_id
      where g.thread_id = any(${uuids(ids)}))
    select t.id, t.locked, t.last_post_at, t.normalized_title, ${hasWritten(sender)} as has_sender,
      array(select x.area_id::text from thread_area x join area a on a.id = x.area_id
        where x.thread_id = t.id order by x.area_id <> t.home_area_id, a.position, a.id) as area_ids,
      array(select led.former_id::text from led where led.id = t.id) as former_ids
    from thread t
    where (t.id = any(${uuids(ids)} || ${alike}) or t.id in (select led.id from led))
      and not exists (select from thread_merge g where g.thread_id = t.id)
    order by t.last_post_at desc, t.id`);
  return rows.map((row) => threadOf(row, areas));
}

/** Arrays, so that the index of threads is asked and not every thread. */
function alikeIn(subjectKey: string, areas: readonly KnownArea[]) {
  return sql`array(select l.id from thread l where l.normalized_title = ${subjectKey} and exists (
      select from thread_area y where y.thread_id = l.id and y.area_id = any(${uuids(areas.map(({ id }) => id))}))
    order by l.last_post_at desc, l.id limit ${mostAlike})`;
}

function uuids(ids: readonly string[]) {
  const values = ids.map((id) => sql`${id}`);
  return sql`array[${sql.join(values, sql`, `)}]::uuid[]`;
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
    ...{ id: row.id, formerIds: row.former_ids, locked: row.locked, hasSender: row.has_sender },
    lastPostAt: new Date(row.last_post_at),
    normalizedTitle: row.normalized_title,
    areas: row.area_ids.flatMap((id) => areas.find((area) => area.id === id) ?? []),
  };
}
