// What somebody typed whose session ended meanwhile: shown to be sent again, nothing else of the forum with it.
import { getTranslations } from 'next-intl/server';
import { Alert } from '@/components/ui/alert';
import { PageHead } from '@/components/ui/page-head';
import { WritingDesk } from '@/components/writing/writing-desk';
import { queryValue } from '@/lib/web/query-value';
import { send } from '../actions';

type KeptTextProps = { id: string; query: Record<string, string | string[] | undefined> };

/** The form fills itself with what was sent; only its kind is told by the address. */
export async function KeptText({ id, query }: KeptTextProps) {
  const t = await getTranslations('writing.draft');
  const area = queryValue(query.area);
  const place = area ? `area=${area}` : `discussione=${queryValue(query.discussione)}`;
  const writing = {
    ...{ draftId: id, threadId: null, postId: null, baseRevision: null, seatId: '', title: '', tags: [] },
    ...{ markdown: '', document: null, files: [], savedAt: null, isQuestion: false },
    kind: area ? ('thread' as const) : ('reply' as const),
    areas: area ? [area] : [],
  };
  const choices = {
    seats: [],
    areas: area ? [{ slug: area, name: area }] : [],
    receivers: { people: 0, organizations: 0 },
  };
  return (
    <>
      <PageHead title={t('expired')} />
      <Alert kind="needs">
        <p>{t('expiredLine')}</p>
      </Alert>
      <WritingDesk action={send} writing={writing} choices={choices} page={`/bozze/${id}?${place}`} />
    </>
  );
}
