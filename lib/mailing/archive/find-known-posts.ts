// Posts the forum already holds that mails of a file may answer, found by the ids they name and by their subjects.
import { and, eq, inArray, isNotNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { post, thread } from '@/db/schema';
import type { KnownPost, SurveyedMail } from '../model';
import { inChunks } from './in-chunks';

/** Posts that are not of this file, found by the ids its mails answer and by their subjects. */
export async function findKnownPosts(db: Database, mails: readonly SurveyedMail[]): Promise<KnownPost[]> {
  const own = new Set(mails.flatMap((each) => each.ids));
  const ids = new Set(mails.flatMap((each) => each.references).filter((id) => !own.has(id)));
  const keys = new Set(mails.map((each) => each.subjectKey).filter((key) => key !== ''));
  const found = new Map<string, KnownPost>();
  const keep = (rows: KnownPost[]) => {
    for (const row of rows) if (!row.ids.some((id) => own.has(id))) found.set(row.postId, row);
  };
  for (const some of inChunks([...ids])) keep(await knownWhere(db, inArray(post.messageId, some)));
  for (const some of inChunks([...keys])) {
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
