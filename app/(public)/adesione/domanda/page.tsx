// The first step: which commune, and the office address that a link confirms.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { BeginForm } from '@/components/membership/begin-form';
import { CommuneSearch } from '@/components/membership/commune-search';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { listCommunes } from '@/lib/registry/queries';
import { currentContext } from '@/lib/web/context';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { begin } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.begin'))('title') };
}

export default async function BeginPage({ searchParams }: { searchParams: PageQuery }) {
  const typed = queryValue((await searchParams).comune);
  const [t, join] = await Promise.all([getTranslations('adhesion.begin'), getTranslations('adhesion.join')]);
  const communes = typed ? await listCommunes(await currentContext(), { search: typed }) : [];
  const page = `/adesione/domanda?${new URLSearchParams({ comune: typed })}`;
  return (
    <Stack>
      <PageHead
        title={t('title')}
        crumbs={[{ label: join('title'), href: '/adesione' }, { label: t('title') }]}
        line={t('line')}
      />
      <CommuneSearch
        action="/adesione/domanda"
        typed={typed}
        noneFound={typed !== '' && communes.length === 0}
      />
      {communes.length > 0 ? (
        <ClientWords rooms={['adhesion.begin']}>
          <BeginForm action={begin} communes={communes} page={page} />
        </ClientWords>
      ) : null}
      <Prose>
        <p>{t('nothingStored')}</p>
      </Prose>
    </Stack>
  );
}
