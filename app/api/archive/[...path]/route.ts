// Addresses of the former archive (rewritten here by next.config.js) lead to their posts for good.
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { formerPath } from '@/lib/forum/model';
import { findOldAddress } from '@/lib/forum/posts/queries';
import { currentContext } from '@/lib/web/context';

type Props = { params: Promise<{ path: string[] }> };

/** An unknown one goes to a page that says so: a route handler has no frame to say it in. */
export async function GET(_: Request, { params }: Props): Promise<Response> {
  const path = formerPath(`/${(await params).path.join('/')}`);
  const messageId = await findOldAddress(await currentContext(), path).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
  const location = new URL(`/forum/mid/${encodeURIComponent(messageId ?? path)}`, env().publicUrl);
  return new Response(null, { status: messageId ? 301 : 307, headers: { location: location.href } });
}
