// Addresses of the former archive (rewritten here by next.config.js) lead to their posts for good.

import { env } from '@/lib/env';
import { findOldAddress } from '@/lib/forum/posts/queries';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ path: string[] }> };

export async function GET(_: Request, { params }: Props): Promise<Response> {
  const path = `/${(await params).path.join('/')}`;
  const messageId = await readPage(path, (ctx) => findOldAddress(ctx, path));
  const location = new URL(`/forum/mid/${encodeURIComponent(messageId)}`, env().publicUrl);
  return new Response(null, { status: 301, headers: { location: location.href } });
}
