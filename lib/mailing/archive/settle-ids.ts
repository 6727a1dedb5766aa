// Gives a mail whose id a post of another archive has an id of its own, so that neither is lost (MAIL.md E37).
import { inArray } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { post } from '@/db/schema';
import type { SurveyedMail } from '../model';
import { inChunks } from './in-chunks';
import { madeMessageId } from './made-message-id';

/** Sets `postMessageId`. Only for mails that stand nowhere yet, and while no other import writes. */
export async function settleIds(tx: Database, mails: readonly SurveyedMail[]): Promise<void> {
  for (const some of inChunks(mails)) {
    const ids = some.map((each) => each.postMessageId);
    const rows = await tx.select({ id: post.messageId }).from(post).where(inArray(post.messageId, ids));
    const taken = new Set(rows.map(({ id }) => id));
    for (const each of some) {
      if (taken.has(each.postMessageId)) each.postMessageId = madeMessageId(each.messageId, each.bodyHash);
    }
  }
}
