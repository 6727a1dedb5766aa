// Whom one may name in a text: asked while one types `@` and letters.
import { listReaders } from '@/lib/forum/audience/queries';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

const mostAreas = 10;

/** `?area=slug&area=slug&thread=id&q=letters`; nobody of an area that the asker may not read. */
export async function GET(request: Request): Promise<Response> {
  return runRoute(async () => {
    const query = new URL(request.url).searchParams;
    const place = {
      areas: query.getAll('area').slice(0, mostAreas),
      thread: query.get('thread') ?? undefined,
    };
    return Response.json(await listReaders(await currentContext(), place, query.get('q') ?? ''));
  });
}
