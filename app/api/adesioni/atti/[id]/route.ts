// Sends a file of an act, byte for byte, to the secretariat, to its organisation, or to whoever has the application's link.
import { Readable } from 'node:stream';
import { env } from '@/lib/env';
import { findActFile } from '@/lib/membership/acts/queries';
import { readContent } from '@/lib/platform/files/store';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const word = new URL(request.url).searchParams.get('domanda');
  const ctx = await currentContext();
  return runRoute(async () => {
    const found = await findActFile(ctx, id, word).catch((error) =>
      leadIn(error, ctx, `/api/adesioni/atti/${id}`),
    );
    const body = Readable.toWeb(Readable.from(readContent(env().filesDir, found.sha256)));
    return new Response(body as ReadableStream, {
      headers: {
        'content-type': found.mediaType,
        'content-length': String(found.size),
        'content-disposition': contentDisposition(found.name, found.mediaType),
        'content-security-policy': "default-src 'none'; sandbox",
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
