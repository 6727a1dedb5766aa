// Those who had read posts that are a thread of their own now have read them there, and follow or silence it as before.
import { sql } from 'drizzle-orm';
import type { MemberContext } from '@/lib/core/context';

export async function carryReaders(
  { db }: MemberContext,
  { fromId, toId }: { fromId: string; toId: string },
): Promise<void> {
  await db.execute(sql`
    insert into thread_read (person_id, thread_id, last_number, kept_unread, read_at)
    select person_id, ${toId}::uuid, seen.number, kept_unread, read_at
    from thread_read reading cross join lateral (
      select count(*)::int as number from post_move moved join post on post.id = moved.post_id
      where moved.thread_id = ${fromId} and post.thread_id = ${toId} and moved.number <= reading.last_number) seen
    where reading.thread_id = ${fromId} and seen.number > 0`);
  await db.execute(sql`
    insert into thread_follow (person_id, thread_id, state)
    select person_id, ${toId}::uuid, state from thread_follow where thread_id = ${fromId}`);
}
