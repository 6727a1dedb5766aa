// Sends a file to those who may read its post, under its own name and as what its bytes are.
import { findAttachment } from '@/lib/forum/files/queries';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';
import { storedFileAnswer } from '@/lib/web/stored-file-answer';

type Props = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const ctx = await currentContext();
  return runRoute(async () => {
    const found = await findAttachment(ctx, id).catch((error) => leadIn(error, ctx, `/api/files/${id}`));
    const etag = `"${found.sha256}"`;
    if (request.headers.get('if-none-match') === etag)
      return new Response(null, { status: 304, headers: { etag } });
    return storedFileAnswer(found, { 'cache-control': 'private, no-cache', etag });
  });
}
