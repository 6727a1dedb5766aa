// Keeps what is being written while one writes it; the form goes on by itself.
import { memberOf } from '@/lib/core/member-of';
import { saveDraft } from '@/lib/forum/drafts/save-draft';
import { valuesOf } from '@/lib/web/action';
import { currentContext } from '@/lib/web/context';
import { demandOwnPage } from '@/lib/web/demand-own-page';
import { runRoute } from '@/lib/web/route';
import { typedDraft } from '@/lib/web/typed-draft';

type Props = { params: Promise<{ id: string }> };

/** `?dal=` is when the text was saved last by the page that asks. Answers `{savedAt}`; limits are those of a draft. */
export async function PUT(request: Request, { params }: Props): Promise<Response> {
  return runRoute(async () => {
    demandOwnPage(request);
    const ctx = await currentContext();
    memberOf(ctx.actor);
    const { id } = await params;
    const since = new URL(request.url).searchParams.get('dal') ?? undefined;
    const typed = typedDraft(valuesOf(await request.formData()));
    const savedAt = await saveDraft(ctx, { ...typed, draftId: id, since });
    return Response.json({ savedAt });
  });
}
