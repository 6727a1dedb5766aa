// The organisations of the network, for everybody.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { OrganizationTable } from '@/components/directory/organization-table';
import { ClientWords } from '@/components/ui/client-words';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listOrganizations } from '@/lib/people/queries';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('directory.list');
  return { title: t('title') };
}

export default async function OrganizationsPage({ searchParams }: { searchParams: PageQuery }) {
  const [t, organizations, { q }] = await Promise.all([
    getTranslations('directory.list'),
    listOrganizations(await currentContext()),
    searchParams,
  ]);
  return (
    <Stack>
      <PageHead title={t('title')} line={t('line')} />
      <ClientWords rooms={['directory']}>
        <OrganizationTable organizations={organizations} query={queryValue(q)} />
      </ClientWords>
    </Stack>
  );
}
