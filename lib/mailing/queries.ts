// Every read of stored mails, for the secretariat alone.
import { and, desc, eq, inArray } from 'drizzle-orm';
import { area, mail, post, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import type { MailRow, StoredMail } from './model';
import { mayReadRawMail } from './policy';

const heldShown = 200;

const rowColumns = {
  id: mail.id,
  sender: mail.sender,
  subject: mail.subject,
  sentAt: mail.sentAt,
  outcome: mail.outcome,
  reason: mail.reason,
};

/** How many mails wait, and the newest of them. @throws Refusal `not-allowed` */
export async function listHeldMails(ctx: Context): Promise<{ mails: MailRow[]; total: number }> {
  demand(mayReadRawMail(ctx.actor));
  const mails = await ctx.db
    .select(rowColumns)
    .from(mail)
    .where(eq(mail.outcome, 'held'))
    .orderBy(desc(mail.sentAt), desc(mail.id))
    .limit(heldShown);
  return { mails, total: await ctx.db.$count(mail, eq(mail.outcome, 'held')) };
}

/** One mail as it came. @throws Refusal `not-allowed`, `not-found` */
export async function findMail(ctx: Context, id: string): Promise<StoredMail> {
  demand(mayReadRawMail(ctx.actor));
  const [found] = isId(id)
    ? await ctx.db
        .select({
          ...rowColumns,
          messageId: mail.messageId,
          size: mail.size,
          raw: mail.raw,
          areaSlug: area.slug,
          number: thread.number,
          slug: thread.slug,
          post: post.number,
        })
        .from(mail)
        .leftJoin(post, eq(post.id, mail.postId))
        .leftJoin(thread, eq(thread.id, post.threadId))
        .leftJoin(area, eq(area.id, thread.homeAreaId))
        .where(eq(mail.id, id))
    : [];
  if (!found) throw new Refusal('not-found', 'no-such-mail');
  const { areaSlug, number, slug, post: postNumber, ...row } = found;
  const placed = areaSlug !== null && number !== null && slug !== null && postNumber !== null;
  return { ...row, post: placed ? { areaSlug, number, slug, post: postNumber } : null };
}

/** Which stored mail each of these posts came from; empty for who may not see mails. */
export async function findOriginals(ctx: Context, postIds: string[]): Promise<Map<string, string>> {
  if (postIds.length === 0 || !mayReadRawMail(ctx.actor).allowed) return new Map();
  const rows = await ctx.db
    .select({ id: mail.id, postId: mail.postId })
    .from(mail)
    .where(and(inArray(mail.outcome, ['posted', 'new-thread']), inArray(mail.postId, postIds)));
  return new Map(rows.flatMap(({ id, postId }) => (postId ? [[postId, id] as const] : [])));
}
