// Rows of table `mail`: every message as it came, with what became of it.
import type { Database } from '@/db/client';
import { mail } from '@/db/schema';
import type { SurveyedMail } from '../model';

export type MailToStore = { mail: SurveyedMail; raw: Uint8Array; postId: string | null };

/** A mail that another run stored in the meantime is left as it is. */
export async function storeMails(tx: Database, mails: readonly MailToStore[]): Promise<void> {
  if (mails.length === 0) return;
  const rows = mails.map(({ mail: each, raw, postId }) => ({
    messageId: each.messageId,
    bodyHash: each.bodyHash,
    sender: each.sender?.address ?? null,
    subject: each.subject,
    sentAt: each.sentAt,
    areaId: each.areaId,
    outcome: each.outcome,
    reason: each.reason,
    postId,
    size: raw.length,
    raw,
  }));
  await tx.insert(mail).values(rows).onConflictDoNothing();
}
