// Where the mail provider tells what came in and what came back.
import { Refusal } from '@/lib/core/refusal';
import { takeInEvent } from '@/lib/mailing/receiving/take-in-event';
import { currentContext } from '@/lib/web/context';
import { readBytes } from '@/lib/web/read-bytes';
import { runRoute } from '@/lib/web/route';

/** A message holds addresses and names of files, never a mail. */
const largest = 1024 * 1024;

/** Answers before anything is fetched; the signature is the only key, so no session is asked for. */
export async function POST(request: Request): Promise<Response> {
  return runRoute(async () => {
    const part = (name: string) => request.headers.get(`svix-${name}`) ?? '';
    const id = part('id');
    if (id === '') throw new Refusal('not-allowed', 'signature-wrong');
    const body = await readBytes(request, largest);
    await takeInEvent(await currentContext(), {
      body,
      id,
      timestamp: part('timestamp'),
      signature: part('signature'),
    });
    return Response.json({ received: true });
  });
}
