// Which stored mail a post came from, for the secretariat alone; all else about mails is read in its office.
import { and, inArray } from 'drizzle-orm';
import { mail } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { mayReadRawMail } from './policy';

/** Which stored mail each of these posts came from; empty for who may not see mails. */
export async function findOriginals(ctx: Context, postIds: string[]): Promise<Map<string, string>> {
  if (postIds.length === 0 || !mayReadRawMail(ctx.actor).allowed) return new Map();
  const rows = await ctx.db
    .select({ id: mail.id, postId: mail.postId })
    .from(mail)
    .where(and(inArray(mail.outcome, ['posted', 'new-thread']), inArray(mail.postId, postIds)));
  return new Map(rows.flatMap(({ id, postId }) => (postId ? [[postId, id] as const] : [])));
}
