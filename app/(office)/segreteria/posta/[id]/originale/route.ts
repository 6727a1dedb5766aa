// The mail itself, byte for byte, to be opened in a mail program or kept.
import { findOfficeMail } from '@/lib/mailing/office/queries';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ id: string }> };

const mediaType = 'message/rfc822';

export function GET(_: Request, { params }: Props): Promise<Response> {
  return runRoute(async () => {
    const ctx = await currentContext();
    const path = `/segreteria/posta/${(await params).id}/originale`;
    const { id, raw } = await findOfficeMail(ctx, (await params).id).catch((error) =>
      leadIn(error, ctx, path),
    );
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
