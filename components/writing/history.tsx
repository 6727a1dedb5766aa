// The versions of a post, the newest first; of one at a time what it changed and all it said.
import { useTranslations } from 'next-intl';
import { Byline } from '@/components/forum/byline';
import { Details } from '@/components/ui/details';
import { Section, Stack, StoredHtml } from '@/components/ui/layout';
import { Pagination } from '@/components/ui/pagination';
import { Time } from '@/components/ui/time';
import type { RevisionHistory, RevisionStep } from '@/lib/forum/writing/model';
import { Differences } from './differences';

type HistoryProps = {
  history: RevisionHistory;
  /** The page without its query. */
  address: string;
  now: Date;
};

/** Every other version is one link away: the page shows the same without our script. */
export function History({ history, address, now }: HistoryProps) {
  const t = useTranslations('forum.history');
  const { versions, shown, page, pages } = history;
  return (
    <Stack gap="large">
      {versions.map(({ number, by, writtenAt }) => (
        <Section key={number} title={t('version', { number })} id={`versione-${number}`}>
          <p>
            <Byline by={by} /> · <Time at={writtenAt} now={now} />
          </p>
          {number === shown.number ? (
            <Version version={shown} />
          ) : (
            <p>
              <a href={`${address}?versione=${number}#versione-${number}`}>{t('show', { number })}</a>
            </p>
          )}
        </Section>
      ))}
      <Pagination page={page} pages={pages} href={(number) => `${address}?pagina=${number}`} />
    </Stack>
  );
}

function Version({ version }: { version: RevisionStep }) {
  const t = useTranslations('forum.history');
  return (
    <>
      <Differences pieces={version.pieces} />
      <Details summary={t('whole')}>
        <StoredHtml html={version.html} />
      </Details>
    </>
  );
}
