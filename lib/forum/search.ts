// What of the forum can be found: each post with its thread's title, and the text of its files. A removed post has none.
import { asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import {
  area,
  attachment,
  file,
  fileText,
  organization,
  person,
  post,
  thread,
  threadArea,
  threadTag,
} from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Fact } from '@/lib/platform/jobs/announce';
import type { DocumentSource, SearchDocument } from '@/lib/platform/search/document';
import { holdDocuments, keepDocuments } from '@/lib/platform/search/keep-documents';
import { rebuildDocuments } from '@/lib/platform/search/rebuild';
import { readFilesOf } from './files/read-files-of';
import { isQuestion } from './is-question';
import { isRemoved } from './is-removed';

const perBatch = 500;

/** All that the forum gives to be found. */
export const forumSource: DocumentSource = {
  kinds: ['post', 'file'],
  subjects: listPostIds,
  documents: postDocuments,
};

async function* listPostIds(db: Database): AsyncGenerator<string[]> {
  for (let last: string | undefined; ; ) {
    const rows = await db
      .select({ id: post.id })
      .from(post)
      .where(last ? gt(post.id, last) : undefined)
      .orderBy(asc(post.id))
      .limit(perBatch);
    if (rows.length === 0) return;
    yield rows.map(({ id }) => id);
    last = rows.at(-1)?.id;
  }
}

/** A post was published, edited, removed or shown again. The first answer changes what is said of the question too. */
export async function indexPost(ctx: Context, { postId }: Fact): Promise<void> {
  const [found] = await ctx.db
    .select({ threadId: post.threadId, number: post.number })
    .from(post)
    .where(eq(post.id, String(postId)));
  if (!found) return;
  if (found.number === 2) await indexPosts(ctx, found.threadId, eq(post.threadId, found.threadId));
  else await indexPosts(ctx, found.threadId, eq(post.id, String(postId)));
  await readFilesOf(ctx.db, String(postId));
}

/** Title, areas, tags, or the answer of a thread changed. */
export async function indexThread(ctx: Context, { threadId }: Fact): Promise<void> {
  await indexPosts(ctx, String(threadId), eq(post.threadId, String(threadId)));
}

/** As `indexThread`, told of the post that was chosen. */
export async function indexThreadOf(ctx: Context, { postId }: Fact): Promise<void> {
  const [found] = await ctx.db
    .select({ threadId: post.threadId })
    .from(post)
    .where(eq(post.id, String(postId)));
  if (found) await indexPosts(ctx, found.threadId, eq(post.threadId, found.threadId));
}

/** A word means a tag from now on: the threads that carry the tag. */
export async function indexTag(ctx: Context, { tag }: Fact): Promise<void> {
  const threads = await ctx.db
    .select({ id: threadTag.threadId })
    .from(threadTag)
    .where(eq(threadTag.tag, String(tag)))
    .orderBy(asc(threadTag.threadId));
  for (const { id } of threads) await indexPosts(ctx, id, eq(post.threadId, id));
}

/** The text of a content was read: every post it hangs at can be found by it. */
export async function indexFile(ctx: Context, { sha256 }: Fact): Promise<void> {
  const posts = await ctx.db
    .selectDistinct({ id: post.id, threadId: post.threadId })
    .from(attachment)
    .innerJoin(post, eq(post.id, attachment.postId))
    .where(eq(attachment.sha256, String(sha256)));
  for (const { id, threadId } of posts) await indexPosts(ctx, threadId, eq(post.id, id));
}

/** An archive came in, past the deeds: whatever is new in it can be found. */
export async function indexArchive({ db }: Context): Promise<void> {
  await readFilesOf(db);
  await rebuildDocuments(db, [forumSource]);
}

async function indexPosts(ctx: Context, threadId: string, which: SQL): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await holdDocuments(tx, threadId);
    const rows = await tx.select({ id: post.id }).from(post).where(which).orderBy(asc(post.number));
    for (let from = 0; from < rows.length; from += perBatch) {
      const ids = rows.slice(from, from + perBatch).map(({ id }) => id);
      await keepDocuments(tx, ids, await postDocuments(tx, ids));
    }
  });
}

async function postDocuments(db: Database, ids: readonly string[]): Promise<SearchDocument[]> {
  const posts = await db
    .select({
      ...{ id: post.id, number: post.number, threadId: post.threadId, text: post.text, at: post.postedAt },
      ...{ title: thread.title, personId: post.authorId, author: person.name },
      ...{ organization: organization.slug, organizationName: organization.name },
      areas: sql<string[]>`array(select ${area.slug}::text from ${threadArea} join ${area}
        on ${area.id} = ${threadArea.areaId} where ${threadArea.threadId} = ${thread.id})`,
      readers: sql<string[]>`array(select 'area:' || ${threadArea.areaId} from ${threadArea}
        where ${threadArea.threadId} = ${thread.id})`,
      tags: sql<string[]>`array(select ${threadTag.tag}::text from ${threadTag}
        where ${threadTag.threadId} = ${thread.id} order by 1)`,
      answered: sql<boolean | null>`case when ${thread.solvedByPostId} is not null then true
        when ${isQuestion()} then ${thread.postCount} > 1 end`,
      isRemoved: isRemoved(),
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(inArray(post.id, [...ids]));
  const shown = posts.filter((row) => !row.isRemoved);
  const files = await listFiles(
    db,
    shown.map(({ id }) => id),
  );
  return shown.flatMap((row) => documentsOf(row, files.get(row.id) ?? []));
}

type PostRow = Omit<SearchDocument, 'kind' | 'groupId' | 'subjectId' | 'leads' | 'tags'> & {
  number: number;
  threadId: string;
  author: string;
  organizationName: string | null;
  tags: string[];
};
type FileRow = { id: string; postId: string; name: string; part: number | null; text: string | null };

async function listFiles(db: Database, postIds: string[]): Promise<Map<string, FileRow[]>> {
  const byPost = new Map<string, FileRow[]>();
  if (postIds.length === 0) return byPost;
  const rows = await db
    .select({
      ...{ id: attachment.id, postId: attachment.postId, name: attachment.name },
      ...{ part: fileText.part, text: fileText.text },
    })
    .from(attachment)
    .innerJoin(file, eq(file.sha256, attachment.sha256))
    .leftJoin(fileText, eq(fileText.sha256, file.sha256))
    .where(sql`${inArray(attachment.postId, postIds)} and not ${attachment.inline}`)
    .orderBy(asc(attachment.position), asc(fileText.part));
  for (const row of rows) byPost.set(row.postId, [...(byPost.get(row.postId) ?? []), row]);
  return byPost;
}

function documentsOf(row: PostRow, files: FileRow[]): SearchDocument[] {
  const { id, threadId, readers, areas, personId, organization: slug, answered, at } = row;
  const shared = {
    ...{ groupId: threadId, subjectId: id, readers, areas, personId, organization: slug, answered, at },
    names: `${row.author} ${row.organizationName ?? ''}`,
  };
  const names = [...new Set(files.map(({ name }) => name))].join(' ');
  const own: SearchDocument = {
    ...{ ...shared, id, kind: 'post', title: row.title, text: row.text, files: names },
    tags: row.tags.join(' '),
    leads: row.number === 1,
  };
  const parts = files.flatMap(({ id: fileId, name, part, text }) =>
    part === null || text === null
      ? []
      : [{ ...shared, id: `${fileId}-${part}`, kind: 'file', title: name, text, leads: false }],
  );
  return [own, ...parts];
}
