// Moves posts, and with them what points at them: their old numbers lead to them from now on.
import { type SQL, sql } from 'drizzle-orm';
import type { MemberContext } from '@/lib/core/context';
import type { Place } from './model';

/**
 * Both threads are held. A draft that is being sent at this moment stays where it is: its sender waits for the thread,
 * and would wait for ever if we waited for the draft.
 */
export async function movePosts(
  { db, actor, now }: MemberContext,
  { toId, reason }: { toId: string; reason: string },
  places: readonly Place[],
): Promise<void> {
  const moving = sql`jsonb_to_recordset(${JSON.stringify(places)}::text::jsonb) as moving(id uuid, number int)`;
  const ids: SQL = sql`(select moving.id from ${moving})`;
  await db.execute(sql`
    insert into post_move (thread_id, number, post_id, person_id, organization_id, reason, moved_at)
    select thread_id, number, id, ${actor.personId}::uuid, ${actor.seat.organization.id}::uuid, ${reason},
      ${now.toISOString()}::timestamptz
    from post where id in ${ids}`);
  await db.execute(sql`
    update post set thread_id = ${toId}, number = moving.number from ${moving} where post.id = moving.id`);
  await db.execute(sql`
    delete from post_move using post
    where post_move.thread_id = ${toId} and post.thread_id = ${toId} and post.number = post_move.number
      and post.id in ${ids}`);
  await db.execute(sql`update notification set thread_id = ${toId} where post_id in ${ids}`);
  await db.execute(sql`
    update draft set thread_id = ${toId} where id in (
      select id from draft where post_id in ${ids} for update skip locked)`);
}
