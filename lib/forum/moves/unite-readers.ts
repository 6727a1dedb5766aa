// Who had read both threads to the end has read the one they became; who followed one of them follows it.
import { sql } from 'drizzle-orm';
import type { MemberContext } from '@/lib/core/context';

type Merged = { goingId: string; intoId: string; last: number };

/**
 * Beyond the last number of the thread that stays a person has read as far as no unread post of the other comes. Who
 * silenced the other did not silence this one; what a person wants of the thread that stays is kept.
 * @param merged `last`: the last number of the thread that stays, before
 */
export async function uniteReaders({ db }: MemberContext, merged: Merged): Promise<void> {
  const { goingId, intoId, last } = merged;
  await db.execute(sql`
    update thread_read set last_number = coalesce(
      (select min(post.number) - 1 from post_move moved join post on post.id = moved.post_id
        where moved.thread_id = ${goingId} and post.thread_id = ${intoId} and post.number > ${last}
          and moved.number > other.last_number),
      (select post_count from thread where id = ${intoId}))
    from thread_read other
    where thread_read.thread_id = ${intoId} and thread_read.last_number >= ${last}
      and other.thread_id = ${goingId} and other.person_id = thread_read.person_id`);
  await db.execute(sql`
    insert into thread_follow (person_id, thread_id, state)
    select person_id, ${intoId}::uuid, state from thread_follow
    where thread_id = ${goingId} and state = 'following' on conflict do nothing`);
  await db.execute(sql`delete from thread_follow where thread_id = ${goingId}`);
  await db.execute(sql`delete from thread_read where thread_id = ${goingId}`);
}
