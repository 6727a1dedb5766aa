// For whoever wants to know more before joining, a commune or not.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { InterestForm } from '@/components/membership/interest-form';
import { ClientWords } from '@/components/ui/client-words';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { askToKnow } from '../actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.interest'))('title') };
}

export default async function InterestPage() {
  const [t, join] = await Promise.all([
    getTranslations('adhesion.interest'),
    getTranslations('adhesion.join'),
  ]);
  return (
    <Stack>
      <PageHead
        title={t('title')}
        crumbs={[{ label: join('title'), href: '/adesione' }, { label: t('title') }]}
        line={t('line')}
      />
      <ClientWords rooms={['adhesion.interest']}>
        <InterestForm action={askToKnow} />
      </ClientWords>
      <Prose>
        <p>{t('nothingStored')}</p>
      </Prose>
    </Stack>
  );
}
