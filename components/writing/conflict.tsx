// Two wrote at once: what stands now, and how the text about to replace it differs.
import { useTranslations } from 'next-intl';
import { Byline } from '@/components/forum/byline';
import { Alert } from '@/components/ui/alert';
import { Details } from '@/components/ui/details';
import { Section, StoredHtml } from '@/components/ui/layout';
import { Time } from '@/components/ui/time';
import type { EditConflict } from '@/lib/forum/writing/model';
import { Differences } from './differences';

export function Conflict({ conflict, now }: { conflict: EditConflict; now: Date }) {
  const t = useTranslations('writing.edit');
  const { current, pieces } = conflict;
  return (
    <Alert kind="needs" title={t('conflict')}>
      <p>{t('conflictLine')}</p>
      <Section title={t('differences')} level={3}>
        <Differences pieces={pieces} />
      </Section>
      <Details summary={t('now')}>
        <p>
          <Byline by={current.by} /> · <Time at={current.writtenAt} now={now} />
        </p>
        <StoredHtml html={current.html} />
      </Details>
    </Alert>
  );
}
