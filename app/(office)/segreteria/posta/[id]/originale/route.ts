// The mail itself, byte for byte, to be opened in a mail program or kept.
import { findMail } from '@/lib/mailing/queries';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ id: string }> };

const mediaType = 'message/rfc822';

export function GET(_: Request, { params }: Props): Promise<Response> {
  return runRoute(async () => {
    const { id, raw } = await findMail(await currentContext(), (await params).id);
    return new Response(Uint8Array.from(raw), {
      headers: {
        'content-type': mediaType,
        'content-disposition': contentDisposition(`${id}.eml`, mediaType),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
