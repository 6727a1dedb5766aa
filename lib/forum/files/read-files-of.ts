// Has the text of a post's files read, where nobody has looked yet: one job for each content, however often it hangs.
import { and, eq, isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { attachment, file } from '@/db/schema';
import { addJob } from '@/lib/platform/jobs/add-job';

/** The task that reads one content; contents are read one after another, so that a long one does not hold up the house. */
export const readFileTask = 'forum.read-file';
const queue = 'forum.files';
const attempts = 3;

/** @param postId without one: the files of all posts */
export async function readFilesOf(db: Database, postId?: string): Promise<void> {
  const contents = await db
    .selectDistinct({ sha256: file.sha256 })
    .from(file)
    .innerJoin(attachment, eq(attachment.sha256, file.sha256))
    .where(
      and(
        isNull(file.textState),
        eq(attachment.inline, false),
        postId ? eq(attachment.postId, postId) : undefined,
      ),
    );
  for (const { sha256 } of contents) {
    await addJob(db, readFileTask, { sha256 }, { key: `${readFileTask}:${sha256}`, queue, attempts });
  }
}
