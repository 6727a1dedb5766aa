// A post of more versions than stand on a page.
import { eq } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { post, postRevision } from '@/db/schema';

const minute = 60_000;

/** The first post as its author wrote it again and again: more versions than stand on a page. */
export async function editOften(db: Database, threadId: string): Promise<void> {
  const versions = 23;
  const [first] = await db
    .select()
    .from(post)
    .where(eq(post.threadId, threadId))
    .orderBy(post.number)
    .limit(1);
  if (!first) return;
  const { id: postId, body, html, text, authorId: personId, organizationId, postedAt } = first;
  const at = (number: number) => new Date(postedAt.getTime() + (number - 1) * minute);
  await db.insert(postRevision).values(
    Array.from({ length: versions }, (_, index) => ({
      ...{ postId, body, html, personId, organizationId, number: index + 1, writtenAt: at(index + 1) },
      text: `${text} Precisazione numero ${index + 1}.`,
    })),
  );
  const edited = { revision: versions, editedAt: at(versions) };
  await db.update(post).set(edited).where(eq(post.id, postId));
}
