// Gives a post the files that came with it, in their order.
import { attachment } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import type { Arrival } from './model';

/** Their contents are stored and have rows in `file`. */
export async function writeFiles(
  { db }: MemberContext,
  postId: string,
  files: Arrival['files'],
): Promise<void> {
  if (files.length === 0) return;
  await db.insert(attachment).values(files.map((file, position) => ({ ...file, postId, position })));
}
