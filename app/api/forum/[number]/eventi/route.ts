// Server-sent events of one thread: the number of each new post, for the quiet line under what is read.
import { findThread } from '@/lib/forum/posts/queries';
import { currentContext } from '@/lib/web/context';
import { hearPosts } from '@/lib/web/live-posts';
import { runRoute } from '@/lib/web/route';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ number: string }> };

const beat = 25_000;
const longest = 30 * 60_000;

/** Whoever may read the thread; after half an hour the browser asks again, and with it whether it still may. */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { number } = await params;
  const ctx = await currentContext();
  return runRoute(async () => {
    const thread = await findThread(ctx, Number(number) || 0);
    return new Response(stream(thread.number, request.signal), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  });
}

function stream(thread: number, gone: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (_isGone: boolean) => {};
  return new ReadableStream({
    start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const deafen = hearPosts((post) => {
        if (post.thread === thread) say(`data: ${post.number}\n\n`);
      });
      const beating = setInterval(() => say(': \n\n'), beat);
      const end = setTimeout(() => stop(false), longest);
      stop = (isGone) => {
        stop = () => {};
        deafen();
        clearInterval(beating);
        clearTimeout(end);
        if (!isGone) controller.close();
      };
      gone.addEventListener('abort', () => stop(false));
      say('retry: 10000\n\n');
    },
    cancel: () => stop(true),
  });
}
