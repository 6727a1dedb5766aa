// Writes the row of a thread with its areas and tags; posts come after it.
import { thread, threadArea, threadTag } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { makeSlug } from '@/lib/text/make-slug';
import { normalizeSubject } from '@/lib/text/normalize-subject';

export type ThreadToWrite = {
  id: string;
  title: string;
  tags: readonly string[];
  isQuestion: boolean;
  /** The first is the home. */
  areaIds: readonly string[];
  author: { personId: string; organizationId: string | null };
  /** When its first post was written. */
  at: Date;
};

/** The author is whoever wrote the first post, for whom they wrote it. */
export async function writeThread({ db }: MemberContext, given: ThreadToWrite): Promise<void> {
  const { id, title, tags, isQuestion, areaIds, author, at } = given;
  const [homeAreaId = ''] = areaIds;
  await db.insert(thread).values({
    ...{ id, homeAreaId, title, isQuestion },
    normalizedTitle: normalizeSubject(title).key,
    slug: makeSlug(title),
    authorId: author.personId,
    organizationId: author.organizationId,
    ...{ startedAt: at, lastPostAt: at, lastPosterId: author.personId },
  });
  await db.insert(threadArea).values(areaIds.map((areaId) => ({ threadId: id, areaId, lastPostAt: at })));
  if (tags.length > 0) await db.insert(threadTag).values(tags.map((tag) => ({ threadId: id, tag })));
}
