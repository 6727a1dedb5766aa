// Which mail this is: the same id and the same words are one mail, the same id with other words another one (MAIL.md E02, E37).
import { and, eq, sql } from 'drizzle-orm';
import { mail as mailTable } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { hashBody } from '../archive/hash-body';
import { madeMessageId } from '../archive/made-message-id';
import type { ParsedMail } from '../model';

/** `postMessageId`: the id its post goes by. */
export type SettledIdentity = {
  messageId: string;
  bodyHash: string;
  postMessageId: string;
  isDuplicate: boolean;
};

type Row = { is_waiting: boolean; is_known: boolean; is_taken: boolean };

/**
 * Holds the mail, and everybody else who decides about its id, until the transaction ends.
 * @returns null where another worker decided meanwhile
 */
export async function settleIdentity(
  { db }: Context,
  mailId: string,
  mail: ParsedMail,
): Promise<SettledIdentity | null> {
  const bodyHash = hashBody(mail);
  const messageId = mail.messageId ?? madeMessageId(mail.sender?.address ?? '', mail.subject, bodyHash);
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${messageId}, 0))`);
  await db.select({ id: mailTable.id }).from(mailTable).where(waiting(mailId)).for('update');
  const [found] = await db.execute<Row>(sql`select
    exists (select from mail m where m.id = ${mailId} and m.outcome = 'received') as is_waiting,
    exists (select from mail m where m.message_id = ${messageId} and m.body_hash = ${bodyHash}
      and m.id <> ${mailId}) as is_known,
    exists (select from post p where p.message_id = ${messageId}) as is_taken`);
  if (!found?.is_waiting) return null;
  const postMessageId = found.is_taken ? madeMessageId(messageId, bodyHash) : messageId;
  return { messageId, bodyHash, postMessageId, isDuplicate: found.is_known };
}

function waiting(mailId: string) {
  return and(eq(mailTable.id, mailId), eq(mailTable.outcome, 'received'));
}
