// The log of what was done in the forum, as a table for other programs.
import { logAsCsv } from '@/lib/forum/moderation/model';
import { listLog } from '@/lib/forum/moderation/queries';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

const path = '/segreteria/segnalazioni/registro';

/** The last twelve months up to now. */
export async function GET(): Promise<Response> {
  const ctx = await currentContext();
  return runRoute(async () => {
    const from = new Date(ctx.now);
    from.setUTCFullYear(from.getUTCFullYear() - 1);
    const rows = await listLog(ctx, { from, to: ctx.now }).catch((error) => leadIn(error, ctx, path));
    const name = `registro-forum-${ctx.now.toISOString().slice(0, 10)}.csv`;
    return new Response(logAsCsv(rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': contentDisposition(name, 'text/csv'),
        'cache-control': 'private, no-store',
      },
    });
  });
}
