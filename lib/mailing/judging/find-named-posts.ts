// Posts and copies that a mail names: by signed address, by a Message-ID of ours, by one it came in with, by one the provider gave.
import { inArray, sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import type { Clues, Known, KnownCopy, KnownPost } from './model';

type Row = {
  message_id: string | null;
  post_id: string | null;
  thread_id: string | null;
  /** The row of `delivery`, where one is named. */
  copy: (Pick<KnownCopy, 'id' | 'personId' | 'email' | 'digestId' | 'providerMessageId'> & Dated) | null;
};
type Dated = { createdAt: string };

/** No statement at all for a mail that names nothing. */
export async function findNamedPosts(
  { db }: Context,
  { answers, copyIds, bouncedIds, report }: Pick<Clues, 'answers' | 'copyIds' | 'bouncedIds' | 'report'>,
): Promise<Pick<Known, 'posts' | 'copies'>> {
  const ids = answers.map(({ id }) => id);
  const copies = [...copyIds, ...bouncedIds];
  const returned = report?.messageIds ?? [];
  if (ids.length + copies.length + returned.length === 0) return { posts: [], copies: [] };
  const rows = await db.execute<Row>(sql`${postsNamed(ids)} union all ${copiesNamed(ids, copies)}
    union all ${copiesReturned(returned, emailsIn(report))}`);
  return { posts: rows.flatMap(postOf), copies: rows.flatMap(copyOf) };
}

const place = sql`p.id as post_id, p.thread_id`;
const copy = sql`p.message_id, ${place}, json_build_object('id', d.id, 'personId', d.person_id, 'email', d.email,
  'digestId', d.digest_id, 'providerMessageId', d.provider_message_id, 'createdAt', d.created_at) as copy`;

/** By the id a post goes by, and by that of the mail it came as, where that is another. */
function postsNamed(ids: readonly string[]) {
  return sql`select p.message_id, ${place}, null::json as copy from post p where ${among('p.message_id', ids)}
    union all select m.message_id, ${place}, null::json from mail m join post p on p.id = m.post_id
      where ${among('m.message_id', ids)}`;
}

/** Providers give each copy an id of its own, and are said to change what stands behind the `@` (MAIL.md E31, E32). */
function copiesNamed(ids: readonly string[], copyIds: readonly string[]) {
  const locals = ids.map((id) => id.slice(0, id.lastIndexOf('@')));
  return sql`select ${copy} from delivery d left join post p on p.id = d.post_id
    where ${among('d.id', copyIds)} or ${among('d.provider_message_id', locals)}`;
}

/** Copies of a message of ours share its id: the address says which one came back. */
function copiesReturned(messageIds: readonly string[], emails: readonly string[]) {
  const locals = messageIds.map((id) => id.slice(0, id.lastIndexOf('@')));
  return sql`select ${copy} from post p join delivery d on d.post_id = p.id
      where ${among('p.message_id', messageIds)} and ${among('d.email', emails)}
    union all select ${copy} from delivery d left join post p on p.id = d.post_id
      where ${among('d.provider_message_id', locals)}`;
}

function emailsIn(report: Clues['report']): string[] {
  return (report?.failures ?? []).flatMap(({ email }) => email ?? []);
}

function among(column: string, values: readonly string[]) {
  return inArray(sql.raw(column), [...values]);
}

function postOf({ message_id: messageId, post_id: postId, thread_id: threadId, copy }: Row): KnownPost[] {
  return !copy && messageId && postId && threadId ? [{ messageId, postId, threadId }] : [];
}

function copyOf({ copy, ...row }: Row): KnownCopy[] {
  if (!copy) return [];
  const { createdAt, ...rest } = copy;
  const { message_id: messageId, post_id: postId, thread_id: threadId } = row;
  return [{ ...rest, postId, threadId, messageId, createdAt: new Date(createdAt) }];
}
