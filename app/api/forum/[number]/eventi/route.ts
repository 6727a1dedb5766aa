// Server-sent events of one thread: the number of its last post, for the quiet line under what is read.
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { findLastTold } from '@/lib/forum/notifications/queries';
import { findThread } from '@/lib/forum/posts/queries';
import { clientAddress } from '@/lib/web/client-address';
import { contextAgain, currentContext } from '@/lib/web/context';
import { hearPosts } from '@/lib/web/live-posts';
import { reportBug } from '@/lib/web/report-bug';
import { runRoute } from '@/lib/web/route';
import { takePlace } from '@/lib/web/take-place';

export const dynamic = 'force-dynamic';

type Props = { params: Promise<{ number: string }> };

const beat = 25_000;
const longest = 30 * 60_000;

/**
 * Whoever may read the thread, a few streams each. What is said at each beat is asked anew, and with it whether they
 * still may.
 */
export async function GET(request: Request, { params }: Props): Promise<Response> {
  const number = Number((await params).number) || 0;
  const again = await contextAgain();
  return runRoute(async () => {
    const ctx = await currentContext();
    const { id } = await findThread(ctx, number);
    const leave = takePlace(await whoListens(ctx));
    const last = async () => {
      const now = await again();
      await findThread(now, number);
      return findLastTold(now, id);
    };
    return new Response(stream({ number, last, leave, gone: request.signal }), {
      headers: {
        'content-type': 'text/event-stream',
        'cache-control': 'no-cache, no-transform',
        'x-accel-buffering': 'no',
      },
    });
  });
}

/** Persons are told apart by who they are: a whole office may come from one address. */
async function whoListens({ actor }: Context): Promise<string> {
  return actor.kind === 'member' ? `person:${actor.personId}` : `address:${await clientAddress()}`;
}

type Told = { number: number; last: () => Promise<number>; leave: () => void; gone: AbortSignal };

function stream({ number, last, leave, gone }: Told): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (_isGone: boolean) => {};
  return new ReadableStream({
    start(controller) {
      let isOpen = true;
      const say = (text: string) => isOpen && controller.enqueue(encoder.encode(text));
      const deafen = hearPosts((post) => {
        if (post.thread === number) say(`data: ${post.number}\n\n`);
      });
      const tell = () => last().then((post) => say(`data: ${post}\n\n`), endWith);
      const endWith = (error: unknown) => {
        if (!(error instanceof Refusal)) reportBug(error);
        stop(false);
      };
      const beating = setInterval(tell, beat);
      const end = setTimeout(() => stop(false), longest);
      stop = (isGone) => {
        stop = () => {};
        isOpen = false;
        deafen();
        leave();
        clearInterval(beating);
        clearTimeout(end);
        if (!isGone) controller.close();
      };
      gone.addEventListener('abort', () => stop(false));
      if (gone.aborted) return stop(false);
      say('retry: 10000\n\n');
      void tell();
    },
    cancel: () => stop(true),
  });
}
