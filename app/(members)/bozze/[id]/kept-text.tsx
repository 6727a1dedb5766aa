// What somebody typed whose session ended meanwhile: shown to be sent again, nothing else of the forum with it.
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { PageHead } from '@/components/ui/page-head';
import { WritingDesk } from '@/components/writing/writing-desk';
import { send } from '../actions';

/** The form fills itself with what was sent: its kind, what it belongs to, areas and seat. @param page as asked for */
export async function KeptText({ id, page }: { id: string; page: string }) {
  const t = await getTranslations('writing.draft');
  const writing = {
    ...{ draftId: id, kind: 'reply' as const, threadId: null, postId: null, baseRevision: null, seatId: '' },
    ...{ title: '', areas: [], tags: [], isQuestion: false },
    ...{ markdown: '', document: null, files: [], savedAt: null },
  };
  const choices = { seats: [], areas: [], receivers: null };
  return (
    <>
      <PageHead title={t('expired')} />
      <Alert kind="needs">
        <p>{t('expiredLine')}</p>
      </Alert>
      <WritingDesk action={send} writing={writing} choices={choices} page={page} />
    </>
  );
}
