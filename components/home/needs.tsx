// What needs the reader: mentions and answers to theirs, what moderators must see, drafts left open.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Section, Stack } from '@/components/ui/layout';
import { Pagination } from '@/components/ui/pagination';
import { Row, Rows } from '@/components/ui/rows';
import { Time } from '@/components/ui/time';
import type { DraftRow } from '@/lib/forum/drafts/model';
import { pageCount, postAddress } from '@/lib/forum/model';
import { type NotificationView, notificationsPerPage } from '@/lib/forum/notifications/model';

const reportsPage = '/segreteria/segnalazioni';

type NeedsProps = {
  /** Unread ones, a page of them, and how many there are in all. */
  notifications: readonly NotificationView[];
  unread: number;
  page: number;
  drafts: readonly DraftRow[];
  /** Open reports, for moderators. */
  reports: number;
  /** Adhesions and questions that wait for the secretariat. */
  adhesions: number;
  now: Date;
  markRead: FormAction;
};

/** Each line begins with what happened and leads to where one acts on it; nothing at all where nothing waits. */
export function Needs({
  notifications,
  unread,
  page,
  drafts,
  reports,
  adhesions,
  now,
  markRead,
}: NeedsProps) {
  const t = useTranslations('home.needs');
  if (notifications.length + drafts.length + reports + adhesions === 0) return null;
  return (
    <Stack gap="large">
      {reports > 0 ? (
        <p>
          <a href={reportsPage}>{t('reports', { count: reports })}</a>
        </p>
      ) : null}
      {adhesions > 0 ? (
        <p>
          <a href="/segreteria/adesioni">{t('adhesions', { count: adhesions })}</a>
        </p>
      ) : null}
      {notifications.length > 0 ? (
        <Section title={t('title', { count: unread })} id="avvisi">
          <Rows label={t('label')}>
            {notifications.map((told) => (
              <Row
                key={told.id}
                level={3}
                unread
                href={told.kind === 'report' ? reportsPage : postAddress(told.thread, told.post)}
                title={t(`kinds.${told.kind}`, { name: told.author.name })}
                line={told.thread.title}
                excerpt={told.opening}
                aside={<Time at={told.at} now={now} />}
              />
            ))}
          </Rows>
          <Pagination
            page={page}
            pages={pageCount(unread, notificationsPerPage)}
            href={(number) => `/?avvisi=${number}#avvisi`}
            label={t('pages')}
          />
          <PostButton action={markRead} kind="quiet" small>
            {t('markRead')}
          </PostButton>
        </Section>
      ) : null}
      {drafts.length > 0 ? <Drafts drafts={drafts} now={now} /> : null}
    </Stack>
  );
}

function Drafts({ drafts, now }: Pick<NeedsProps, 'drafts' | 'now'>) {
  const t = useTranslations('home.needs');
  return (
    <Section title={t('drafts', { count: drafts.length })} id="bozze">
      <Rows label={t('draftsLabel')}>
        {drafts.map((draft) => (
          <Row
            key={draft.id}
            level={3}
            href={`/bozze/${draft.id}`}
            title={t(`draft.${draft.kind}`, { title: draft.title || t('untitled') })}
            line={draft.organization.name}
            excerpt={draft.opening}
            aside={<Time at={draft.updatedAt} now={now} />}
          />
        ))}
      </Rows>
    </Section>
  );
}
