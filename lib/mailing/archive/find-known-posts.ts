// Posts the forum already holds that mails of a file may answer, found by the ids they name and by their subjects.
import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { mail, post, thread } from '@/db/schema';
import type { KnownPost, SurveyedMail } from '../model';
import { parseMail } from '../reading/parse-mail';
import { inChunks } from './in-chunks';

/** Bytes of a raw mail in which its headers are looked for. */
const headLength = 16_384;
/** Few at a time: each answer may carry that many bytes. */
const perQuery = 200;

/** Posts that are not of this file, found by the ids its mails answer and by their subjects. */
export async function findKnownPosts(db: Database, mails: readonly SurveyedMail[]): Promise<KnownPost[]> {
  const own = new Set(mails.flatMap((each) => each.ids));
  const ids = new Set(mails.flatMap((each) => each.references).filter((id) => !own.has(id)));
  const keys = new Set(mails.map((each) => each.subjectKey).filter((key) => key !== ''));
  const found = new Map<string, KnownPost>();
  const keep = (rows: KnownPost[]) => {
    for (const row of rows) if (!row.ids.some((id) => own.has(id))) found.set(row.postId, row);
  };
  for (const some of inChunks([...ids], perQuery)) keep(await knownWhere(db, inArray(post.messageId, some)));
  for (const some of inChunks([...keys], perQuery)) {
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
      head: sql<Uint8Array | null>`case when ${post.number} = 1 then substring(${mail.raw} from 1 for ${headLength}) end`,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .leftJoin(mail, eq(mail.postId, post.id))
    .where(where);
  return Promise.all(rows.map(describe));
}

type Row = Omit<KnownPost, 'ids' | 'references' | 'renamed'> & {
  messageId: string | null;
  head: Uint8Array | null;
};

/** A post that opens a thread may itself answer a mail that had not come yet (MAIL.md E35). */
async function describe({ messageId, head, ...row }: Row): Promise<KnownPost> {
  const parsed = head && (await parseMail(head, { receivedAt: null, now: row.sentAt }).catch(() => null));
  const ids = messageId === null ? [] : [messageId];
  return { ...row, ids, references: parsed?.references ?? [], renamed: false };
}
