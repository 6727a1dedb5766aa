// A mail that was overtaken by its own answers: they wait under its id, and it takes its place before them (MAIL.md E35).
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import type { Placement } from '../judging/model';
import { type MailCase, orphanLifetime } from './model';

type Orphan = { thread_id: string };

/**
 * Answers that opened a thread of their own keep it, with its address and number; what they answer joins them there,
 * where it would have opened a thread in the same areas itself. A thread that already has the answered mail elsewhere
 * is not torn apart.
 */
export async function adoptOrphans(tx: Context, { mail }: MailCase, place: Placement): Promise<Placement> {
  const ids = [mail.messageId, ...mail.otherIds].filter((id) => id !== null);
  if (ids.length === 0 || place.kind === 'reply') return place;
  const [orphan] = await findOrphans(tx, ids, place.areaIds);
  if (!orphan) return place;
  return { kind: 'reply', threadId: orphan.thread_id, replyToId: null, via: 'references' };
}

function findOrphans({ db, now }: Context, ids: readonly string[], areaIds: readonly string[]) {
  const wanted = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  const areas = sql.join(
    areaIds.map((id) => sql`${id}::uuid`),
    sql`, `,
  );
  return db.execute<Orphan>(sql`
    select p.thread_id from mail m join post p on p.id = m.post_id
    where m.created_at > ${now.toISOString()}::timestamptz - ${orphanLifetime}::interval and m.outcome = 'new-thread'
      and m.detail -> 'awaits' ?| array[${wanted}]
      and array(select area_id from thread_area t where t.thread_id = p.thread_id) @> array[${areas}]
      and array[${areas}] @> array(select area_id from thread_area t where t.thread_id = p.thread_id)
    order by m.created_at limit 1`);
}
