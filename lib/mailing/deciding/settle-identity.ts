// Which mail this is: the same id and the same words are one mail, the same id with other words another one (MAIL.md E02, E37).
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { hashBody } from '../archive/hash-body';
import { madeMessageId } from '../archive/made-message-id';
import type { ParsedMail } from '../model';
import { awaitedIds, type MailCase, orphanLifetime } from './model';

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
  is_shared: boolean;
  is_taken: boolean;
  is_overtaken: boolean;
  has_orphans: boolean;
};

/** Of these a second one does nothing more. Whatever was turned away did nothing, and may come by a better way. */
const done = sql`('received', 'posted', 'new-thread', 'command', 'bounce')`;

/**
 * Holds the mail by its id, and the ids it still waits for, until the transaction ends: an answer and its question that are
 * looked at in the same moment see each other (MAIL.md E35). A mail that waits for its moderators waits once.
 * @returns null where another worker decided meanwhile
 */
export async function settleIdentity(
  { db, now }: Context,
  { row: { id: mailId, release }, mail, known, judgement }: MailCase,
): Promise<SettledIdentity | null> {
  const bodyHash = hashBody(mail);
  const messageId = mail.messageId ?? madeIdOf(mail, bodyHash);
  const isWaiting = judgement.outcome === 'held' && release === null;
  const ownId = (mail.certified && mail.otherIds[0]) || messageId;
  const awaited = awaitedIds(mail, known);
  await db.execute(sql`select pg_advisory_xact_lock(id.lock) from (
    select distinct hashtextextended(id, 0) as lock from unnest(${list([messageId, ...awaited])}) id order by 1) id`);
  const same = sql`select s.outcome from mail s where s.message_id = ${messageId} and s.body_hash = ${bodyHash} and s.id <> ${mailId}`;
  const [found] = await db.execute<Row>(sql`select
    exists (select from mail m where m.id = ${mailId} and m.outcome = 'received') as is_waiting,
    exists (select from (${same}) m where m.outcome in ${done} or (m.outcome = 'held' and ${isWaiting})) as is_known,
    exists (${same}) as is_shared,
    exists (select from post p where p.message_id = ${ownId}) as is_taken,
    exists (select from mail m where m.message_id = any(${list(awaited)}) and m.post_id is not null) as is_overtaken,
    exists (select from mail m where m.created_at > ${now.toISOString()}::timestamptz - ${orphanLifetime}::interval
      and m.detail -> 'awaits' ?| ${list([messageId, ...mail.otherIds])}) as has_orphans`);
  if (!found?.is_waiting) return null;
  if (found.is_shared && !found.is_known) {
    await db.execute(
      sql`update mail set body_hash = null where message_id = ${messageId} and body_hash = ${bodyHash}`,
    );
  }
  return {
    ...{ messageId, bodyHash, isDuplicate: found.is_known, isOvertaken: found.is_overtaken },
    hasOrphans: found.has_orphans,
    postMessageId: found.is_taken ? madeMessageId(ownId, bodyHash) : ownId,
  };
}

/** Its Date tells it from the next one of the same words. */
function madeIdOf({ sender, subject, headers }: ParsedMail, bodyHash: string): string {
  return madeMessageId(sender?.address ?? '', headers.get('date')?.[0] ?? '', subject, bodyHash);
}

function list(ids: readonly string[]) {
  const values = ids.map((id) => sql`${id}`);
  return sql`array[${sql.join(values, sql`, `)}]::text[]`;
}
