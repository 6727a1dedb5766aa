// "Discussioni collegate": the threads most like one that is being read.
import { eq, sql } from 'drizzle-orm';
import { thread, threadTag } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { ThreadRow } from '@/lib/forum/model';
import { listSimilarThreads } from './list-similar-threads';

/** By title and tags of the thread, which the caller has read. */
export async function listRelatedThreads(ctx: Context, threadId: string): Promise<ThreadRow[]> {
  const [found] = await ctx.db
    .select({
      title: thread.title,
      tags: sql<string | null>`string_agg(${threadTag.tag}::text, ' ' order by ${threadTag.tag})`,
    })
    .from(thread)
    .leftJoin(threadTag, eq(threadTag.threadId, thread.id))
    .where(eq(thread.id, threadId))
    .groupBy(thread.id);
  return found ? listSimilarThreads(ctx, `${found.title} ${found.tags ?? ''}`, threadId) : [];
}
