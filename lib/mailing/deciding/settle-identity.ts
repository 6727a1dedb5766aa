// Which mail this is: the same id and the same words are one mail, the same id with other words another one (MAIL.md E02, E37).
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { hashBody } from '../archive/hash-body';
import { madeMessageId } from '../archive/made-message-id';
import type { Known } from '../judging/model';
import type { ParsedMail } from '../model';
import { awaitedIds, orphanLifetime } from './model';

/**
 * `postMessageId`: the id its post goes by; of certified mail that of the message inside, which its writer's own program
 * knows. `isOvertaken`: what it answers has come in since it was judged, so that it
 * is to be judged again. `hasOrphans`: answers to it came before it.
 */
export type SettledIdentity = {
  messageId: string;
  bodyHash: string;
  postMessageId: string;
  isDuplicate: boolean;
  isOvertaken: boolean;
  hasOrphans: boolean;
};

type Row = {
  is_waiting: boolean;
  is_known: boolean;
  is_taken: boolean;
  is_overtaken: boolean;
  has_orphans: boolean;
};

/**
 * Holds the mail by its id, and the ids it still waits for, until the transaction ends: an answer and its question that are
 * looked at in the same moment see each other (MAIL.md E35).
 * @returns null where another worker decided meanwhile
 */
export async function settleIdentity(
  { db, now }: Context,
  mailId: string,
  mail: ParsedMail,
  known: Known,
): Promise<SettledIdentity | null> {
  const bodyHash = hashBody(mail);
  const messageId = mail.messageId ?? madeMessageId(mail.sender?.address ?? '', mail.subject, bodyHash);
  const ownId = (mail.certified && mail.otherIds[0]) || messageId;
  const awaited = awaitedIds(mail, known);
  await db.execute(sql`select pg_advisory_xact_lock(id.lock) from (
    select distinct hashtextextended(id, 0) as lock from unnest(${list([messageId, ...awaited])}) id order by 1) id`);
  const [found] = await db.execute<Row>(sql`select
    exists (select from mail m where m.id = ${mailId} and m.outcome = 'received') as is_waiting,
    exists (select from mail m where m.message_id = ${messageId} and m.body_hash = ${bodyHash}
      and m.id <> ${mailId}) as is_known,
    exists (select from post p where p.message_id = ${ownId}) as is_taken,
    exists (select from mail m where m.message_id = any(${list(awaited)}) and m.post_id is not null) as is_overtaken,
    exists (select from mail m where m.created_at > ${now.toISOString()}::timestamptz - ${orphanLifetime}::interval
      and m.detail -> 'awaits' ?| ${list([messageId, ...mail.otherIds])}) as has_orphans`);
  if (!found?.is_waiting) return null;
  return {
    ...{ messageId, bodyHash, isDuplicate: found.is_known, isOvertaken: found.is_overtaken },
    hasOrphans: found.has_orphans,
    postMessageId: found.is_taken ? madeMessageId(ownId, bodyHash) : ownId,
  };
}

function list(ids: readonly string[]) {
  const values = ids.map((id) => sql`${id}`);
  return sql`array[${sql.join(values, sql`, `)}]::text[]`;
}
