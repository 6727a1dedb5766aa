// Keeps what is being written while one writes it; the form goes on by itself.
import { memberOf } from '@/lib/core/member-of';
import { saveDraft } from '@/lib/forum/drafts/save-draft';
import { currentContext } from '@/lib/web/context';
import { demandOwnPage } from '@/lib/web/demand-own-page';
import { readForm } from '@/lib/web/read-form';
import { runRoute } from '@/lib/web/route';
import { typedDraft } from '@/lib/web/typed-draft';

type Props = { params: Promise<{ id: string }> };

/** As much as an action takes: the longest text, as words and as the editor's document. */
const largestForm = 4 * 1024 * 1024;

/**
 * `?dal=` is when the text was saved last by the page that asks. Answers `{savedAt}`; limits are those of a draft.
 * Nothing is read from whoever is not signed in.
 */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  return runRoute(async () => {
    demandOwnPage(request);
    const ctx = await currentContext();
    memberOf(ctx.actor);
    const { id } = await params;
    const since = new URL(request.url).searchParams.get('dal') ?? undefined;
    const typed = typedDraft(await readForm(request, largestForm));
    return Response.json({ savedAt: await saveDraft(ctx, { ...typed, draftId: id, since }) });
  });
}
