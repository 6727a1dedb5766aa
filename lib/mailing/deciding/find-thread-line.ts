// A thread as mails name it: its title, its whole address, the areas it stands in.
import { asc, eq } from 'drizzle-orm';
import { area, thread, threadArea } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { threadAddress } from '@/lib/forum/model';

/** `bareUrl`: without the words of its title. */
export type ThreadLine = { title: string; url: string; bareUrl: string; areaIds: string[] };

/** Null where it is gone. */
export async function findThreadLine({ db }: Context, threadId: string): Promise<ThreadLine | null> {
  const rows = await db
    .select({
      ...{ number: thread.number, slug: thread.slug, title: thread.title },
      id: area.id,
      areaSlug: area.slug,
    })
    .from(thread)
    .innerJoin(threadArea, eq(threadArea.threadId, thread.id))
    .innerJoin(area, eq(area.id, threadArea.areaId))
    .where(eq(thread.id, threadId))
    .orderBy(asc(area.position));
  const [first] = rows;
  if (!first) return null;
  const whole = (address: string) => new URL(address, env().publicUrl).href;
  return {
    title: first.title,
    url: whole(threadAddress(first)),
    bareUrl: whole(`/forum/${first.areaSlug}/${first.number}`),
    areaIds: rows.map(({ id }) => id),
  };
}
