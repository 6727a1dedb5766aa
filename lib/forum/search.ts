// What of the forum can be found: each post with its thread's title, and the text of its files. A removed post has none.
import { and, asc, eq, gt, inArray, type SQL, sql } from 'drizzle-orm';
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
import { cutBatches } from './cut-batches';
import { readFilesOf } from './files/read-files-of';
import { isQuestion } from './is-question';
import { isRemoved } from './is-removed';
import { isToldLater } from './is-told-later';
import { isWaiting } from './is-waiting';

/** What is read at once: the parts of files make some ten megabytes. */
const most = { posts: 200, parts: 500 };

/** All that the forum gives to be found. */
export const forumSource: DocumentSource = {
  kinds: ['post', 'file'],
  subjects: (db) => listPostIds(db),
  documents: postDocuments,
};

/** @param which all posts unless said */
async function* listPostIds(db: Database, which?: SQL): AsyncGenerator<string[]> {
  const parts = sql<number>`(select count(*)::int from attachment hung join file_text on file_text.sha256 = hung.sha256
    where hung.post_id = post.id and not hung.inline)`;
  for (let last: string | undefined; ; ) {
    const rows = await db
      .select({ id: post.id, parts })
      .from(post)
      .where(and(which, last ? gt(post.id, last) : undefined))
      .orderBy(asc(post.id))
      .limit(most.posts);
    if (rows.length === 0) return;
    yield* cutBatches(rows, most);
    last = rows.at(-1)?.id;
  }
}

/** A post was published, edited, removed or shown again. The first answer changes what is said of the question too. */
export async function indexPost({ db }: Context, { postId }: Fact): Promise<void> {
  const id = String(postId);
  const isFirstAnswer = sql<boolean>`post.number > 1 and not exists (select from post earlier
    where earlier.thread_id = post.thread_id and earlier.number > 1 and earlier.number < post.number)`;
  const [found] = await db
    .select({ threadId: post.threadId, isFirstAnswer })
    .from(post)
    .where(eq(post.id, id));
  if (found?.isFirstAnswer) await indexPosts(db, eq(post.threadId, found.threadId));
  else await indexThese(db, [id]);
  await readFilesOf(db, id);
}

/** A post was taken back without a trace: nothing of it is found, and the question may wait for its answer again. */
export async function indexTakenBack({ db }: Context, { postId, threadId }: Fact): Promise<void> {
  await indexThese(db, [String(postId)]);
  await indexPosts(db, eq(post.threadId, String(threadId)));
}

/** Title, areas, tags, or the answer of a thread changed. */
export async function indexThread({ db }: Context, { threadId }: Fact): Promise<void> {
  await indexPosts(db, eq(post.threadId, String(threadId)));
}

/** As `indexThread`, told of the post that was chosen. */
export async function indexThreadOf({ db }: Context, { postId }: Fact): Promise<void> {
  const threads = db
    .select({ id: post.threadId })
    .from(post)
    .where(eq(post.id, String(postId)));
  await indexPosts(db, inArray(post.threadId, threads));
}

/** A word means a tag from now on: the threads that carry the tag. */
export async function indexTag({ db }: Context, { tag }: Fact): Promise<void> {
  const threads = db
    .select({ id: threadTag.threadId })
    .from(threadTag)
    .where(eq(threadTag.tag, String(tag)));
  await indexPosts(db, inArray(post.threadId, threads));
}

/** The text of a content was read: every post it hangs at can be found by it. */
export async function indexFile({ db }: Context, { sha256 }: Fact): Promise<void> {
  const posts = db
    .select({ id: attachment.postId })
    .from(attachment)
    .where(eq(attachment.sha256, String(sha256)));
  await indexPosts(db, inArray(post.id, posts));
}

/** A person has another name: it stands in all they wrote. */
export async function indexAuthor({ db }: Context, { personId }: Fact): Promise<void> {
  await indexPosts(db, eq(post.authorId, String(personId)));
}

/** An archive came in, past the deeds: whatever is new in it can be found. */
export async function indexArchive({ db }: Context): Promise<void> {
  await readFilesOf(db);
  await rebuildDocuments(db, [forumSource]);
}

async function indexPosts(db: Database, which: SQL): Promise<void> {
  for await (const ids of listPostIds(db, which)) await indexThese(db, ids);
}

/** Held by post, which goes nowhere, and not by thread: merging and splitting take posts elsewhere meanwhile. */
async function indexThese(db: Database, ids: readonly string[]): Promise<void> {
  await db.transaction(async (tx) => {
    await holdDocuments(tx, ...ids);
    await keepDocuments(tx, ids, await postDocuments(tx, ids));
  });
}

/** None of what was removed, and of what may still be taken back not yet. */
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
      answered: sql<boolean | null>`case when ${isQuestion()} then not ${isWaiting()} end`,
    })
    .from(post)
    .innerJoin(thread, eq(thread.id, post.threadId))
    .innerJoin(person, eq(person.id, post.authorId))
    .leftJoin(organization, eq(organization.id, post.organizationId))
    .where(and(inArray(post.id, [...ids]), sql`not ${isRemoved()}`, sql`not ${isToldLater()}`));
  const files = await listFiles(
    db,
    posts.map(({ id }) => id),
  );
  return posts.flatMap((row) => documentsOf(row, files.get(row.id) ?? []));
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
