// Who would be told of a thread in these areas, in numbers: asked while one ticks areas.
import { countReceivers } from '@/lib/forum/audience/queries';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

const mostAreas = 10;

/** `?area=slug&area=slug`; nobody for who is not signed in. */
export async function GET(request: Request): Promise<Response> {
  return runRoute(async () => {
    const areas = new URL(request.url).searchParams.getAll('area').slice(0, mostAreas);
    return Response.json(await countReceivers(await currentContext(), areas));
  });
}
