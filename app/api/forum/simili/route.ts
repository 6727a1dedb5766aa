// Threads like the one whose title is being typed.
import { threadAddress } from '@/lib/forum/model';
import { listSimilarThreads } from '@/lib/search/list-similar-threads';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

/** `?titolo=…`: `[{href, title, area, answers, solved}]`, best first; only what the asking person may read. */
export async function GET(request: Request): Promise<Response> {
  return runRoute(async () => {
    const title = new URL(request.url).searchParams.get('titolo') ?? '';
    const threads = await listSimilarThreads(await currentContext(), title);
    return Response.json(
      threads.map((thread) => ({
        href: threadAddress(thread),
        title: thread.title,
        area: thread.areaName,
        answers: thread.answers,
        solved: thread.solved,
      })),
    );
  });
}
