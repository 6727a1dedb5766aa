// Threads for tests and screens, written straight into the tables: who tests reading need not be able to write.
import type { Database } from '@/db/client';
import { post, thread, threadArea, threadTag } from '@/db/schema';
import type { Member } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';
import { documentToHtml } from '@/lib/text/document-to-html';
import { makeSlug } from '@/lib/text/make-slug';
import { textToDocument } from '@/lib/text/text-to-document';

export type PlantedThread = {
  areas: string[];
  title: string;
  author: Member;
  posts?: { author?: Member; text: string; at?: Date }[];
  tags?: string[];
  /** True unless said: most threads ask something. */
  isQuestion?: boolean;
  /** Number of the post that answered, if one did. */
  solvedBy?: number;
};

/** `messageId` is the first post's. */
export type Planted = { id: string; number: number; slug: string; messageId: string };

const firstPost = Date.UTC(2026, 8, 7, 8, 0);
const hour = 3_600_000;

/** Writes a thread with its posts; posts without a moment of their own follow each other by the hour. */
export async function plantThread(db: Database, planted: PlantedThread): Promise<Planted> {
  const threadId = newId();
  const posts = (planted.posts ?? [{ text: planted.title }]).map((one, index) => ({
    id: newId(),
    author: one.author ?? planted.author,
    text: one.text,
    at: one.at ?? new Date(firstPost + index * hour),
  }));
  const lastPostAt = posts.at(-1)?.at ?? new Date(firstPost);
  const [written] = await db
    .insert(thread)
    .values({ ...threadRow(planted, posts), id: threadId, lastPostAt })
    .returning({ number: thread.number });
  await db.insert(threadArea).values(planted.areas.map((areaId) => ({ threadId, areaId, lastPostAt })));
  await db.insert(post).values(posts.map((one, index) => ({ ...postRow(one), threadId, number: index + 1 })));
  if (planted.tags?.length) await db.insert(threadTag).values(planted.tags.map((tag) => ({ threadId, tag })));
  const first = posts[0]?.id ?? '';
  return {
    id: threadId,
    number: written?.number ?? 0,
    slug: makeSlug(planted.title),
    messageId: messageIdOf(first),
  };
}

type PlantedPost = { id: string; author: Member; text: string; at: Date };

function threadRow(planted: PlantedThread, posts: PlantedPost[]) {
  const { title, author, isQuestion = true } = planted;
  return {
    homeAreaId: planted.areas[0] ?? '',
    title,
    normalizedTitle: title.toLowerCase(),
    slug: makeSlug(title),
    isQuestion,
    authorId: author.personId,
    organizationId: author.seat.organization.id,
    postCount: posts.length,
    startedAt: posts[0]?.at ?? new Date(firstPost),
    lastPosterId: posts.at(-1)?.author.personId,
    solvedByPostId: planted.solvedBy ? posts[planted.solvedBy - 1]?.id : null,
  };
}

function postRow({ id, author, text, at }: PlantedPost) {
  const body = textToDocument(text);
  return {
    id,
    authorId: author.personId,
    organizationId: author.seat.organization.id,
    channel: 'web' as const,
    body,
    html: documentToHtml(body),
    text,
    messageId: messageIdOf(id),
    postedAt: at,
  };
}

function messageIdOf(id: string): string {
  return `${id}@liste.raccordo.example`;
}
