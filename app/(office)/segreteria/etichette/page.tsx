// The secretariat's tags: how much each is used, which other words mean it.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { JoinTagsForm } from '@/components/office/join-tags-form';
import { TagTable } from '@/components/office/tag-table';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Section, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listTags } from '@/lib/forum/tags/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { drop, join } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.tags'))('title') };
}

export default async function TagsPage({ searchParams }: { searchParams: PageQuery }) {
  const tags = await readPage('/segreteria/etichette', listTags);
  const query = await searchParams;
  const [synonym, tag] = [queryValue(query.da), queryValue(query.a)];
  const wrong = await refusalWords(queryValue(query.avviso));
  const t = await getTranslations('office.tags');
  return (
    <Stack gap="large">
      <PageHead title={t('title')} line={t('line')} />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      {synonym && tag ? <Alert kind="good" title={t('done', { synonym, tag })} /> : null}
      <Section title={t('join')}>
        <p>{t('joinLine')}</p>
        <ClientWords rooms={['office', 'writing']}>
          <JoinTagsForm action={join} />
        </ClientWords>
      </Section>
      {tags.length > 0 ? <TagTable tags={tags} drop={drop} /> : <EmptyState>{t('none')}</EmptyState>}
    </Stack>
  );
}
