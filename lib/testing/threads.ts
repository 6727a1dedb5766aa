// Threads for tests and screens, written straight into the tables: who tests reading need not be able to write.
import type { Database } from '@/db/client';
import { post, thread, threadArea, threadTag } from '@/db/schema';
import type { Member } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';

export type PlantedThread = {
  areas: string[];
  title: string;
  author: Member;
  posts?: { author?: Member; text: string; at?: Date }[];
  tags?: string[];
  /** Number of the post that answered, if one did. */
  solvedBy?: number;
};

const firstPost = Date.UTC(2026, 8, 7, 8, 0);
const hour = 3_600_000;

/** Writes a thread with its posts; posts without a moment of their own follow each other by the hour. */
export async function plantThread(
  db: Database,
  planted: PlantedThread,
): Promise<{ id: string; number: number }> {
  const posts = (planted.posts ?? [{ text: planted.title }]).map((one, index) => ({
    id: newId(),
    author: one.author ?? planted.author,
    text: one.text,
    at: one.at ?? new Date(firstPost + index * hour),
  }));
  const threadId = newId();
  const last = posts.at(-1);
  const [written] = await db
    .insert(thread)
    .values({
      id: threadId,
      homeAreaId: planted.areas[0] ?? '',
      title: planted.title,
      normalizedTitle: planted.title.toLowerCase(),
      slug: planted.title
        .toLowerCase()
        .replace(/[^a-z0-9]+/g, '-')
        .slice(0, 60),
      authorId: planted.author.personId,
      organizationId: planted.author.seat.organization.id,
      postCount: posts.length,
      startedAt: posts[0]?.at ?? new Date(firstPost),
      lastPostAt: last?.at ?? new Date(firstPost),
      lastPosterId: last?.author.personId,
      solvedByPostId: planted.solvedBy ? posts[planted.solvedBy - 1]?.id : null,
    })
    .returning({ number: thread.number });
  await db
    .insert(threadArea)
    .values(
      planted.areas.map((areaId) => ({ threadId, areaId, lastPostAt: last?.at ?? new Date(firstPost) })),
    );
  await db.insert(post).values(
    posts.map(({ id, author, text, at }, index) => ({
      id,
      threadId,
      number: index + 1,
      authorId: author.personId,
      organizationId: author.seat.organization.id,
      channel: 'web' as const,
      body: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] },
      html: `<p>${text}</p>`,
      text,
      messageId: `${id}@liste.raccordo.example`,
      postedAt: at,
    })),
  );
  if (planted.tags?.length) await db.insert(threadTag).values(planted.tags.map((tag) => ({ threadId, tag })));
  return { id: threadId, number: written?.number ?? 0 };
}
