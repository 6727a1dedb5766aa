// Takes a file of an act from a form: `?domanda=` names the application by its link, `?ente=` a member that withdraws.
// Were there a proxy of Next's before it, a large body would arrive cut.
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { addActFile } from '@/lib/membership/acts/add-act-file';
import { type ActPlace, findWritable } from '@/lib/membership/acts/find-writable';
import { largestActFile } from '@/lib/membership/acts/model';
import { applicationAddress } from '@/lib/membership/applying/model';
import { findAdherent } from '@/lib/membership/queries';
import { clientAddress } from '@/lib/web/client-address';
import { currentContext } from '@/lib/web/context';
import { demandOwnPage } from '@/lib/web/demand-own-page';
import { readUpload } from '@/lib/web/read-upload';

/** What a form adds around the file: lines between its parts and a few fields. */
const formAround = 64 * 1024;

/** Always leads back to the page of the act, with what was wrong in the query. */
export async function POST(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  const [word, slug] = [query.get('domanda'), query.get('ente') ?? ''];
  const page = word ? applicationAddress(word, 'atto') : `/enti/${encodeURIComponent(slug)}/recesso?`;
  const ctx = await currentContext();
  try {
    demandOwnPage(request);
    const place: ActPlace = word ? { word } : { organizationId: (await findAdherent(ctx, slug)).id };
    await findWritable(ctx, place);
    const given = await fileOf(request, await clientAddress());
    await addActFile(ctx, place, given, env().filesDir);
    return goTo(`${page}&fatto=file#carica`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return goTo(`${page}&avviso=${reasons[error.reason] ?? error.reason}#carica`);
  }
}

/** The words of an upload elsewhere speak of another limit. */
const reasons: Record<string, string> = { 'file-too-large': 'act-file-too-large' };

async function fileOf(request: Request, from: string) {
  const bytes = await readUpload(request, from, largestActFile + formAround);
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const form = await new Response(bytes, { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') throw new Refusal('invalid', 'file-missing', 'file');
  const signer = form.get('signer');
  return {
    name: file.name,
    bytes: new Uint8Array(await file.arrayBuffer()),
    signer: typeof signer === 'string' ? signer : '',
  };
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}
