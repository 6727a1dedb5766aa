// Makes a thread's own row say what its posts say, after some came or went.
import { sql } from 'drizzle-orm';
import type { MemberContext } from '@/lib/core/context';

/** Numbers are never given again: the last number stays, also where its post went. Who has read all that is left has read all. */
export async function settleThread({ db }: MemberContext, threadId: string): Promise<void> {
  await db.execute(sql`
    update thread set
      post_count = greatest(post_count, (select max(number) from post where thread_id = ${threadId})),
      moved_count = (select count(*) from post_move where thread_id = ${threadId}),
      (last_post_at, last_poster_id) = (select posted_at, author_id from post where thread_id = ${threadId}
        order by posted_at desc, number desc limit 1)
    where id = ${threadId}`);
  await db.execute(sql`
    update thread_area set last_post_at = thread.last_post_at from thread
    where thread.id = ${threadId} and thread_area.thread_id = ${threadId}`);
  await db.execute(sql`
    update thread_read set last_number = (select post_count from thread where id = ${threadId})
    where thread_id = ${threadId}
      and last_number >= (select max(number) from post where thread_id = ${threadId})`);
}
