// The threads most like one that is being read, for the page that shows it.
import { getLocale } from 'next-intl/server';
import { dateWords } from '@/lib/core/time';
import { threadAddress } from '@/lib/forum/model';
import { findThread } from '@/lib/forum/posts/queries';
import { listRelatedThreads } from '@/lib/search/list-related-threads';
import { relatedInput } from '@/lib/search/model';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

/** `?discussione=number`: `[{href, title, area, date}]`, best first, at most five; only what the asker may read. */
export async function GET(request: Request): Promise<Response> {
  return runRoute(async () => {
    const { searchParams } = new URL(request.url);
    const { discussione } = relatedInput.parse(Object.fromEntries(searchParams));
    const [ctx, locale] = await Promise.all([currentContext(), getLocale()]);
    const { id } = await findThread(ctx, discussione);
    const rows = await listRelatedThreads(ctx, id);
    const related = rows.map((row) => ({
      href: threadAddress(row),
      title: row.title,
      area: row.areaName,
      date: dateWords(row.lastPostAt, ctx.now, locale).short,
    }));
    return Response.json(related, { headers: { 'cache-control': 'no-store' } });
  });
}
