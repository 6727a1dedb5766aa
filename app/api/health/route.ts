// Whether this process answers and reaches its database: asked by the start script and by monitors.

import { isHealthy } from '@/lib/web/is-healthy';
import { runRoute } from '@/lib/web/route';
import { searchState } from '@/lib/web/search-state';

export const dynamic = 'force-dynamic';

export function GET(): Promise<Response> {
  return runRoute(async () => {
    const healthy = await isHealthy();
    return Response.json({ healthy, search: await searchState() }, { status: healthy ? 200 : 503 });
  });
}
