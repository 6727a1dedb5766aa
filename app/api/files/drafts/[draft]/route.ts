// Takes a file for a draft: as the bytes themselves from our own script, or from a form where there is no script.
// Were there a proxy of Next's before it, a large body would arrive cut.
import { decodePart } from '@/lib/core/decode-part';
import { memberOf } from '@/lib/core/member-of';
import { Refusal } from '@/lib/core/refusal';
import { largestFile } from '@/lib/forum/drafts/model';
import { findDraft } from '@/lib/forum/drafts/queries';
import { removeDraftFile } from '@/lib/forum/drafts/remove-draft-file';
import { currentContext } from '@/lib/web/context';
import { demandOwnPage } from '@/lib/web/demand-own-page';
import { signInAddress } from '@/lib/web/gate';
import { readUpload } from '@/lib/web/read-upload';
import { runRoute } from '@/lib/web/route';
import { takeInFile, type UploadedFile } from '@/lib/web/take-in-file';

type Props = { params: Promise<{ draft: string }> };

/** What a form adds around the file: lines between its parts and a few fields. */
const formAround = 64 * 1024;

export async function POST(request: Request, { params }: Props): Promise<Response> {
  const { draft } = await params;
  const isForm = request.headers.get('content-type')?.startsWith('multipart/form-data') ?? false;
  return runRoute(() => (isForm ? fromForm(request, draft) : fromScript(request, draft)));
}

/** The name travels in `x-file-name`, encoded as in an address; `x-confirmed: 1` once a warning about it was seen. */
async function fromScript(request: Request, draftId: string): Promise<Response> {
  demandOwnPage(request);
  const ctx = await currentContext();
  await findDraft(ctx, draftId);
  const bytes = await readUpload(request, memberOf(ctx.actor).personId, largestFile);
  const name = decodePart(request.headers.get('x-file-name') ?? '');
  const confirmed = request.headers.get('x-confirmed') === '1';
  return Response.json({ id: await takeInFile(ctx, draftId, { name, bytes, confirmed }) });
}

/** Always leads back to the page of the draft's files, with what was wrong in the query. */
async function fromForm(request: Request, draftId: string): Promise<Response> {
  const page = `/bozze/${encodeURIComponent(draftId)}/file`;
  const ctx = await currentContext();
  if (ctx.actor.kind === 'anonymous') return goTo(signInAddress(page));
  try {
    demandOwnPage(request);
    await findDraft(ctx, draftId);
    await takeInFile(ctx, draftId, await fileOf(request, memberOf(ctx.actor).personId));
    return goTo(page);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return goTo(`${page}?avviso=${error.reason}`);
  }
}

async function fileOf(request: Request, from: string): Promise<UploadedFile> {
  const bytes = await readUpload(request, from, largestFile + formAround);
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  const form = await new Response(bytes, { headers }).formData();
  const file = form.get('file');
  if (!(file instanceof File) || file.name === '') throw new Refusal('invalid', 'file-missing', 'files');
  const content = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, bytes: content, confirmed: form.get('confirmed') === 'on' };
}

function goTo(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } });
}

/** `?file=`: takes one away again. */
export async function DELETE(request: Request): Promise<Response> {
  return runRoute(async () => {
    demandOwnPage(request);
    const fileId = new URL(request.url).searchParams.get('file');
    await removeDraftFile(await currentContext(), { fileId });
    return new Response(null, { status: 204 });
  });
}
