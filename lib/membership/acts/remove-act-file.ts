// Takes away a file that was laid beside the act by mistake; what was sent once stays.
import { and, eq } from 'drizzle-orm';
import { resolutionFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { isId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import { type ActPlace, findWritable } from './find-writable';

/** @throws Refusal as `findWritable`; `not-found`, `conflict` (`act-file-sent`) */
export async function removeActFile(ctx: Context, place: ActPlace, fileId: string): Promise<void> {
  const { resolutionId, sentAt } = await findWritable(ctx, place);
  if (!resolutionId || !isId(fileId)) throw new Refusal('not-found', 'file-not-found');
  const own = and(eq(resolutionFile.id, fileId), eq(resolutionFile.resolutionId, resolutionId));
  const [found] = await ctx.db
    .select({ createdAt: resolutionFile.createdAt })
    .from(resolutionFile)
    .where(own);
  if (!found) throw new Refusal('not-found', 'file-not-found');
  if (sentAt && found.createdAt <= sentAt) throw new Refusal('conflict', 'act-file-sent');
  await ctx.db.delete(resolutionFile).where(own);
}
