// The register as a file for spreadsheets.
import { isoDay } from '@/lib/core/time';
import { rollAddress, rollCsv, rollQuery } from '@/lib/membership/rolls/model';
import { listRegister } from '@/lib/membership/rolls/queries';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

export async function GET(request: Request): Promise<Response> {
  const query = rollQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  const ctx = await currentContext();
  return runRoute(async () => {
    const rows = await listRegister(ctx, query).catch((error) => leadIn(error, ctx, rollAddress(query)));
    const name = `stato-adesioni-${query.al ?? isoDay(ctx.now)}.csv`;
    return new Response(rollCsv(rows), {
      headers: {
        'content-type': 'text/csv; charset=utf-8',
        'content-disposition': `attachment; filename="${name}"`,
        'cache-control': 'private, no-store',
      },
    });
  });
}
