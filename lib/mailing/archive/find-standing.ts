// What of a file an earlier run already brought, and which posts of the forum its mails may answer.
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { mail, post, thread } from '@/db/schema';
import type { KnownPost, SurveyedMail } from '../model';

const perQuery = 2_000;

/** Writes into `mails` what became of each of them before: an earlier decision stands. */
export async function findStanding(db: Database, mails: readonly SurveyedMail[]): Promise<void> {
  for (const some of chunks(mails)) {
    const rows = await db
      .select({
        messageId: mail.messageId,
        bodyHash: mail.bodyHash,
        outcome: mail.outcome,
        reason: mail.reason,
        postId: post.id,
        threadId: post.threadId,
      })
      .from(mail)
      .leftJoin(post, eq(post.id, mail.postId))
      .where(inArray(mail.messageId, [...new Set(some.map((each) => each.messageId))]));
    const byIdentity = new Map(rows.map((row) => [`${row.messageId}\n${row.bodyHash.trim()}`, row]));
    for (const each of some) {
      const row = byIdentity.get(`${each.messageId}\n${each.bodyHash}`);
      if (!row || row.outcome === 'duplicate') continue;
      each.outcome = row.outcome;
      each.reason = row.reason;
      each.postId = row.postId ?? undefined;
      each.threadId = row.threadId ?? undefined;
      each.stored = true;
    }
  }
}

/** Posts that are not of this file, found by the ids its mails answer and by their subjects. */
export async function findKnownPosts(db: Database, mails: readonly SurveyedMail[]): Promise<KnownPost[]> {
  const own = new Set(mails.flatMap((each) => each.ids));
  const ids = new Set(mails.flatMap((each) => each.references).filter((id) => !own.has(id)));
  const keys = new Set(mails.map((each) => each.subjectKey).filter((key) => key !== ''));
  const found = new Map<string, KnownPost>();
  const keep = (rows: KnownPost[]) => {
    for (const row of rows) if (!row.ids.some((id) => own.has(id))) found.set(row.postId, row);
  };
  for (const some of chunks([...ids])) keep(await knownWhere(db, inArray(post.messageId, some)));
  for (const some of chunks([...keys])) {
    keep(await knownWhere(db, and(isNotNull(post.messageId), inArray(thread.normalizedTitle, some))));
  }
  return [...found.values()];
}

async function knownWhere(db: Database, where: ReturnType<typeof and>): Promise<KnownPost[]> {
  const rows = await db
    .select({
      postId: post.id,
      threadId: post.threadId,
      messageId: post.messageId,
      sentAt: post.postedAt,
      areaId: thread.homeAreaId,
      subjectKey: thread.normalizedTitle,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(where);
  return rows.map(({ messageId, ...row }) => ({
    ...row,
    ids: messageId === null ? [] : [messageId],
    references: [],
    renamed: false,
  }));
}

function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / perQuery);
  return Array.from({ length: count }, (_, index) => items.slice(index * perQuery, (index + 1) * perQuery));
}
