// Whether this process answers and reaches its database: asked by the start script and by monitors.

import { searchState } from '@/lib/platform/search/search-state';
import { webDatabase } from '@/lib/web/connection';
import { isHealthy } from '@/lib/web/is-healthy';
import { runRoute } from '@/lib/web/route';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return runRoute(async () => {
    const healthy = await isHealthy();
    return Response.json(
      { healthy, search: await searchState(webDatabase()) },
      { status: healthy ? 200 : 503 },
    );
  });
}
