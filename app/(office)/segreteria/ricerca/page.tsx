// Words that say the same to the search: looked through, added, changed, removed.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SynonymForm } from '@/components/office/synonym-form';
import { SynonymSearch } from '@/components/office/synonym-search';
import { SynonymTable } from '@/components/office/synonym-table';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { writeForms } from '@/lib/search/synonyms/model';
import { findSynonymGroup, listSynonymGroups } from '@/lib/search/synonyms/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { drop, keep } from './actions';

const path = '/segreteria/ricerca';
const deeds = ['added', 'changed', 'dropped'] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.synonyms'))('title') };
}

export default async function SynonymsPage({ searchParams }: { searchParams: PageQuery }) {
  const query = await searchParams;
  const [asked, id] = [queryValue(query.q), queryValue(query.gruppo)];
  const { groups, group } = await readPage(path, async (ctx) => ({
    groups: await listSynonymGroups(ctx, asked),
    group: id ? await findSynonymGroup(ctx, id) : null,
  }));
  const wrong = await refusalWords(queryValue(query.avviso));
  const done = wrong ? undefined : deeds.find((deed) => deed === queryValue(query.fatto));
  const t = await getTranslations('office.synonyms');
  return (
    <Stack gap="large">
      <PageHead title={t('title')} line={t('line')} />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {done ? <Alert kind="good" title={t(`done.${done}`)} /> : null}
      <Section title={t(group ? 'change' : 'add')}>
        <ClientWords rooms={['office.synonyms']}>
          <SynonymForm
            action={keep}
            id={group?.id ?? ''}
            forms={writeForms(group?.forms ?? [])}
            key={group?.id}
          />
        </ClientWords>
      </Section>
      <SynonymSearch asked={asked} />
      {groups.length > 0 ? (
        <SynonymTable groups={groups} drop={drop} />
      ) : (
        <EmptyState>{t('none')}</EmptyState>
      )}
    </Stack>
  );
}
