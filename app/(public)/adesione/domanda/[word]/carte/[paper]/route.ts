// A paper of an application, filled with its data, as Word or PDF.
import { Refusal } from '@/lib/core/refusal';
import { findPaperData } from '@/lib/membership/applying/find-paper-data';
import { mediaTypes, readPaperName } from '@/lib/membership/papers/model';
import { writePaper } from '@/lib/membership/papers/write-paper';
import { contentDisposition } from '@/lib/web/content-disposition';
import { currentContext } from '@/lib/web/context';
import { runRoute } from '@/lib/web/route';

type Props = { params: Promise<{ word: string; paper: string }> };

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { word, paper } = await params;
  return runRoute(async () => {
    const wanted = readPaperName(paper);
    if (!wanted) throw new Refusal('not-found', 'paper-unknown');
    const data = await findPaperData(await currentContext(), word);
    const bytes = await writePaper(wanted.name, wanted.kind, data);
    const name = `${wanted.name} - Comune di ${data.commune.name}.${wanted.kind}`;
    return new Response(bytes, {
      headers: {
        'content-type': mediaTypes[wanted.kind],
        'content-disposition': contentDisposition(name, mediaTypes[wanted.kind]),
        'x-content-type-options': 'nosniff',
        'cache-control': 'private, no-store',
      },
    });
  });
}
