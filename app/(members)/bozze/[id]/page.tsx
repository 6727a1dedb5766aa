// A draft to go on with; the page that shows a form again where no script runs.
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { PageHead } from '@/components/ui/page-head';
import { Conflict } from '@/components/writing/conflict';
import { DraftNotes } from '@/components/writing/draft-notes';
import { WritingDesk } from '@/components/writing/writing-desk';
import { Refusal } from '@/lib/core/refusal';
import { threadAddress } from '@/lib/forum/model';
import { findEditConflict } from '@/lib/forum/writing/queries';
import { currentContext } from '@/lib/web/context';
import { demandMember } from '@/lib/web/gate';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { discard, send } from '../actions';
import { KeptText } from './kept-text';
import { openDraft } from './open-draft';

type Props = { params: Promise<{ id: string }>; searchParams: PageQuery };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('writing.draft');
  return { title: t('title') };
}

export default async function DraftPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const path = await ownPath();
  if (await isFormOfNobody()) return <KeptText id={id} page={path} />;
  const ctx = await demandMember(path);
  const { beginning, thread, isStored } = await readPage(path, () => openDraft(ctx, id, query));
  const { writing } = beginning;
  const isConflict = queryValue(query.conflitto) === '1' && writing.kind === 'edit';
  const wrong = await refusalWords(queryValue(query.avviso));
  const t = await getTranslations('writing.draft');
  const conflict = isConflict ? await readConflict(ctx, writing) : null;
  const current = conflict ? { ...writing, baseRevision: conflict.revision } : writing;
  return (
    <>
      <PageHead
        title={t(writing.kind, { title: thread?.title ?? '' })}
        line={thread ? <a href={threadAddress(thread)}>{thread.title}</a> : null}
      />
      <DraftNotes
        draftId={id}
        isTaken={queryValue(query.ritirato) === '1'}
        isKept={queryValue(query.salvata) === '1'}
        discard={isStored ? discard : undefined}
      >
        {wrong ? <Alert kind="needs" title={wrong} /> : null}
        {conflict ? <Conflict conflict={conflict} now={ctx.now} /> : null}
        <WritingDesk action={send} {...beginning} writing={current} />
      </DraftNotes>
    </>
  );
}

/** With its query: what a draft that was never stored belongs to is told there. */
async function ownPath(): Promise<string> {
  return (await headers()).get('x-path') ?? '/';
}

/** A form that was sent after the session had ended: what was typed comes back, whoever asks. */
async function isFormOfNobody(): Promise<boolean> {
  const { actor } = await currentContext();
  const type = (await headers()).get('content-type') ?? '';
  return actor.kind === 'anonymous' && type.startsWith('multipart/form-data');
}

type Edited = { postId: string | null; baseRevision: number | null; document: unknown };

function readConflict(
  ctx: Awaited<ReturnType<typeof currentContext>>,
  { postId, baseRevision, document }: Edited,
) {
  const given = { postId: postId ?? '', baseRevision: baseRevision ?? 1, body: document };
  return findEditConflict(ctx, given).catch((error) => {
    if (error instanceof Refusal) return null;
    throw error;
  });
}
