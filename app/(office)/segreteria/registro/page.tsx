// The register: how every organisation stood on any day, with the same list as a file.
import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { RegisterFilter, RegisterTable } from '@/components/membership/register';
import { LinkButton } from '@/components/ui/button';
import { Line, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { dayWords, isoDay } from '@/lib/core/time';
import { rollAddress, rollQuery } from '@/lib/membership/rolls/model';
import { listRegister } from '@/lib/membership/rolls/queries';
import type { PageQuery } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.register'))('title') };
}

export default async function RegisterPage({ searchParams }: { searchParams: PageQuery }) {
  const query = rollQuery.parse(await searchParams);
  const { rows, now } = await readPage(rollAddress(query), async (ctx) => ({
    rows: await listRegister(ctx, query),
    now: ctx.now,
  }));
  const [t, work, locale] = await Promise.all([
    getTranslations('adhesion.register'),
    getTranslations('adhesion.work'),
    getLocale(),
  ]);
  const day = query.al ?? isoDay(now);
  const at = new Date(`${day}T12:00:00Z`);
  return (
    <Stack>
      <PageHead
        title={t('title')}
        crumbs={[{ label: work('title'), href: '/segreteria/adesioni' }, { label: t('title') }]}
        line={t('line')}
        action={
          <Line>
            <LinkButton kind="secondary" icon="download" href={rollAddress(query, '/csv')}>
              {t('csv')}
            </LinkButton>
            <LinkButton kind="secondary" icon="download" href={rollAddress(query, '/pdf')}>
              {t('pdf')}
            </LinkButton>
          </Line>
        }
      />
      <RegisterFilter query={query} day={day} />
      <RegisterTable
        rows={rows}
        caption={t('caption', { count: rows.length, day: dayWords(at, at, locale).full })}
      />
    </Stack>
  );
}
