// Sends a file of an act, byte for byte, to the secretariat, to its organisation, or to whoever has the application's link.
import { findActFile } from '@/lib/membership/acts/queries';
import { currentContext } from '@/lib/web/context';
import { leadIn, runRoute } from '@/lib/web/route';
import { storedFileAnswer } from '@/lib/web/stored-file-answer';

type Props = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Props): Promise<Response> {
  const { id } = await params;
  const word = new URL(request.url).searchParams.get('domanda');
  const ctx = await currentContext();
  return runRoute(async () => {
    const found = await findActFile(ctx, id, word).catch((error) =>
      leadIn(error, ctx, `/api/adesioni/atti/${id}`),
    );
    return storedFileAnswer(found, { 'cache-control': 'private, no-store' });
  });
}
