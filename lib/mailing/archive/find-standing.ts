// What of a file an earlier run already brought.
import { eq, inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { mail, post, thread } from '@/db/schema';
import type { SurveyedMail } from '../model';
import { inChunks } from './in-chunks';

/**
 * Writes into `mails` what became of each of them before: an earlier decision stands. What could not be read, or had
 * no area, was none: it is looked at anew.
 */
export async function findStanding(db: Database, mails: readonly SurveyedMail[]): Promise<void> {
  for (const some of inChunks(mails)) {
    const rows = await db
      .select({
        messageId: mail.messageId,
        bodyHash: mail.bodyHash,
        outcome: mail.outcome,
        reason: mail.reason,
        postId: post.id,
        threadId: post.threadId,
        areaId: thread.homeAreaId,
      })
      .from(mail)
      .leftJoin(post, eq(post.id, mail.postId))
      .leftJoin(thread, eq(thread.id, post.threadId))
      .where(inArray(mail.messageId, [...new Set(some.map((each) => each.messageId))]));
    const byIdentity = new Map(rows.map((row) => [`${row.messageId}\n${row.bodyHash?.trim()}`, row]));
    for (const each of some) {
      const row = byIdentity.get(`${each.messageId}\n${each.bodyHash}`);
      if (!row || row.outcome === 'duplicate' || row.outcome === 'broken') continue;
      each.outcome = row.outcome;
      each.reason = row.reason;
      each.postId = row.postId ?? undefined;
      each.threadId = row.threadId ?? undefined;
      each.areaId = row.areaId ?? each.areaId;
      each.stored = true;
    }
  }
}
