// Nobody has read further than a thread goes: a number that is given again must be found unread.
import { and, eq, gt } from 'drizzle-orm';
import { threadRead } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';

export async function forgetReading({ db }: MemberContext, threadId: string, last: number): Promise<void> {
  await db
    .update(threadRead)
    .set({ lastNumber: last })
    .where(and(eq(threadRead.threadId, threadId), gt(threadRead.lastNumber, last)));
}
