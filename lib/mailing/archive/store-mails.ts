// Rows of table `mail`: every message as it came, with what became of it.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { mail } from '@/db/schema';
import type { SurveyedMail } from '../model';

export type MailToStore = { mail: SurveyedMail; raw: Uint8Array; postId: string | null };

/** A mail that another run stored in the meantime is left as it is, unless that run could do nothing with it. */
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
  await tx
    .insert(mail)
    .values(rows)
    .onConflictDoUpdate({
      target: [mail.messageId, mail.bodyHash],
      set: {
        outcome: sql`excluded.outcome`,
        reason: sql`excluded.reason`,
        areaId: sql`excluded.area_id`,
        postId: sql`excluded.post_id`,
      },
      setWhere: sql`${mail.outcome} = 'broken'`,
    });
}
