// How many may hold a role at one organisation of a kind.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { SeatLimitForm } from '@/components/office/seat-limit-form';
import { SeatLimitTable } from '@/components/office/seat-limit-table';
import { Alert } from '@/components/ui/alert';
import { ClientWords } from '@/components/ui/client-words';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { limitableKinds, limitableRoles } from '@/lib/people/seats/model';
import { listSeatLimits } from '@/lib/people/seats/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { setLimit } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('office.seatLimits'))('title') };
}

export default async function SeatLimitsPage({ searchParams }: { searchParams: PageQuery }) {
  const limits = await readPage('/segreteria/incarichi', listSeatLimits);
  const isSaved = queryValue((await searchParams).fatto) === '1';
  const t = await getTranslations('office.seatLimits');
  return (
    <Stack gap="large">
      <PageHead title={t('title')} line={t('line')} />
      {isSaved ? <Alert kind="good" title={t('saved')} /> : null}
      {limits.length > 0 ? <SeatLimitTable limits={limits} /> : <EmptyState>{t('none')}</EmptyState>}
      <ClientWords rooms={['office.seatLimits', 'directory.kinds', 'frame.roles']}>
        <SeatLimitForm action={setLimit} kinds={limitableKinds} roles={limitableRoles} />
      </ClientWords>
    </Stack>
  );
}
