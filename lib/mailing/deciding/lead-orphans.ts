// Answers that came before what they answer: once it is there, they answer it (MAIL.md E35).
import { and, eq, sql } from 'drizzle-orm';
import { mail as mailTable, post } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Published } from '@/lib/forum/writing/model';
import type { ParsedMail } from '../model';
import { orphanLifetime } from './model';

type Orphan = { mail_id: string; post_id: string; thread_id: string; awaits: string[] };

/**
 * Within the same thread alone. One that opened its own thread stays where its address says and its readers found it;
 * its mail then names the thread of its parent, for the secretariat.
 */
export async function leadOrphans(
  tx: Context,
  mail: ParsedMail,
  { postId, threadId }: Published,
): Promise<void> {
  const ids = [mail.messageId, ...mail.otherIds].filter((id) => id !== null);
  if (ids.length === 0) return;
  for (const orphan of await findOrphans(tx, ids)) {
    const at = orphan.awaits.findIndex((id) => ids.includes(id));
    const isHere = orphan.thread_id === threadId;
    if (isHere) await tx.db.update(post).set({ replyToId: postId }).where(eq(post.id, orphan.post_id));
    await note(
      tx,
      orphan.mail_id,
      isHere ? { awaits: orphan.awaits.slice(0, at) } : { parentThreadId: threadId },
    );
  }
}

function findOrphans({ db, now }: Context, ids: readonly string[]) {
  const wanted = sql.join(
    ids.map((id) => sql`${id}`),
    sql`, `,
  );
  return db.execute<Orphan>(sql`
    select m.id as mail_id, p.id as post_id, p.thread_id, m.detail -> 'awaits' as awaits
    from mail m join post p on p.id = m.post_id
    where m.created_at > ${now.toISOString()}::timestamptz - ${orphanLifetime}::interval
      and m.detail -> 'awaits' ?| array[${wanted}]`);
}

/** Nearer ones may still come. */
async function note({ db }: Context, mailId: string, noted: Record<string, unknown>): Promise<void> {
  await db
    .update(mailTable)
    .set({ detail: sql`${mailTable.detail} || ${JSON.stringify(noted)}::jsonb` })
    .where(and(eq(mailTable.id, mailId)));
}
