// Everyone who may read a post's thread, with what ties them to it.
import { sql } from 'drizzle-orm';
import {
  area,
  areaFollow,
  organization,
  person,
  post,
  seat,
  thread,
  threadArea,
  threadFollow,
  threadRead,
} from '@/db/schema';
import type { FollowState } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { mayReadBySeat } from '../audience/may-read-by-seat';
import type { Candidate } from './model';

type Row = Record<string, unknown> & {
  person_id: string;
  is_author: boolean;
  is_asker: boolean;
  replied_to: boolean;
  participates: boolean;
  follows_area: boolean;
  thread: FollowState | null;
  has_read: boolean;
};

/** `hasRead`: an open page was faster than the queue. */
export type PostCandidate = Candidate & { hasRead: boolean };

export async function listCandidates(
  { db, now }: Context,
  postId: string,
  mentions: readonly string[],
): Promise<PostCandidate[]> {
  const rows = await db.execute<Row>(sql`
    with told as (
      select ${thread.id} as thread_id, ${post.number} as number, ${post.authorId} as author_id,
        coalesce(${thread.askerId}, ${thread.authorId}) as asker_id,
        (select answered.author_id from ${post} answered where answered.id = ${post.replyToId}) as replied_to_id
      from ${post} join ${thread} on ${thread.id} = ${post.threadId} where ${post.id} = ${postId}
    ),
    reader as (
      select ${seat.personId} as person_id, bool_or(${areaFollow.personId} is not null) as follows_area
      from told join ${threadArea} on ${threadArea.threadId} = told.thread_id
        join ${area} on ${area.id} = ${threadArea.areaId}
        cross join ${seat} join ${organization} on ${organization.id} = ${seat.organizationId}
        left join ${areaFollow} on ${areaFollow.areaId} = ${area.id} and ${areaFollow.personId} = ${seat.personId}
      where ${mayReadBySeat(now)}
      group by 1
    )
    select reader.person_id, reader.follows_area, reader.person_id = told.author_id as is_author,
      reader.person_id = told.asker_id as is_asker,
      coalesce(reader.person_id = told.replied_to_id, false) as replied_to,
      exists (select from ${post} own where own.thread_id = told.thread_id and own.author_id = reader.person_id)
        as participates,
      (select ${threadFollow.state} from ${threadFollow} where ${threadFollow.threadId} = told.thread_id
        and ${threadFollow.personId} = reader.person_id) as thread,
      coalesce((select ${threadRead.lastNumber} from ${threadRead} where ${threadRead.threadId} = told.thread_id
        and ${threadRead.personId} = reader.person_id), 0) >= told.number as has_read
    from reader cross join told join ${person} on ${person.id} = reader.person_id and ${person.hasAccount}`);
  return rows.map((row) => ({ ...toCandidate(row), mentioned: mentions.includes(row.person_id) }));
}

function toCandidate(row: Row): Omit<PostCandidate, 'mentioned'> {
  return {
    personId: row.person_id,
    isAuthor: row.is_author,
    isAsker: row.is_asker,
    repliedTo: row.replied_to,
    participates: row.participates,
    followsArea: row.follows_area,
    thread: row.thread,
    hasRead: row.has_read,
  };
}
