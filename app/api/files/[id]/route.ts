// Sends a file to those who may read its post, under its own name and as what its bytes are.
import { Readable } from 'node:stream';
import { env } from '@/lib/env';
import { findAttachment } from '@/lib/forum/posts/queries';
import { readContent } from '@/lib/platform/files/store';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ id: string }> };

export function GET(_: Request, { params }: Props): Promise<Response> {
  return runRoute(async () => {
    const found = await findAttachment(await currentContext(), (await params).id);
    const body = Readable.toWeb(Readable.from(readContent(env().filesDir, found.sha256)));
    return new Response(body as ReadableStream, {
      headers: {
        'content-type': found.mediaType,
        'content-length': String(found.size),
        'content-disposition': contentDisposition(found.name, found.mediaType),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, max-age=3600',
        etag: `"${found.sha256}"`,
      },
    });
  });
}
