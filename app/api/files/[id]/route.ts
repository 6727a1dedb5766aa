// Sends a file to those who may read its post, under its own name and as what its bytes are.
import { Readable } from 'node:stream';
import { env } from '@/lib/env';
import { findAttachment } from '@/lib/forum/files/queries';
import { readContent } from '@/lib/platform/files/store';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const ctx = await currentContext();
  return runRoute(async () => {
    const found = await findAttachment(ctx, id).catch((error) => leadIn(error, ctx, `/api/files/${id}`));
    const etag = `"${found.sha256}"`;
    if (request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag } });
    const body = Readable.toWeb(Readable.from(readContent(env().filesDir, found.sha256)));
    return new Response(body as ReadableStream, {
      headers: {
        'content-type': found.mediaType,
        'content-length': String(found.size),
        'content-disposition': contentDisposition(found.name, found.mediaType),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-cache',
        etag,
      },
    });
  });
}
