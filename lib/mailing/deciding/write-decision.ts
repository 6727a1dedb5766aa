// Writes into a mail's row what became of it, once.
import { and, eq } from 'drizzle-orm';
import { mail as mailTable } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { ParsedMail } from '../model';
import type { Decided, WaitingMail } from './model';

/** What was read of it; `bodyHash` null for what is no mail of its own. */
export type ReadMail = {
  mail: Pick<ParsedMail, 'sender' | 'subject' | 'sentAt'>;
  messageId: string | null;
  bodyHash: string | null;
};

export async function writeDecision(
  { db, now }: Context,
  { id }: WaitingMail,
  decided: Decided,
  read: ReadMail | null,
): Promise<Decided> {
  const { outcome, reason, areaId, postId, detail = {} } = decided;
  const { mail, ...identity } = read ?? {};
  const said = mail && { sender: mail.sender?.address ?? null, subject: mail.subject, sentAt: mail.sentAt };
  await db
    .update(mailTable)
    .set({ outcome, reason, areaId, postId, detail, decidedAt: now, ...said, ...identity })
    .where(and(eq(mailTable.id, id), eq(mailTable.outcome, 'received')));
  return decided;
}
