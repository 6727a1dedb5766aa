// What comes after a form: the link is on its way, or the interest was written down.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { LinkButton } from '@/components/ui/button';
import { Prose, Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { type PageQuery, queryValue } from '@/lib/web/query-value';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('adhesion.sent'))('title'), robots: { index: false } };
}

export default async function SentPage({ searchParams }: { searchParams: PageQuery }) {
  const isInterest = queryValue((await searchParams).esito) === 'interesse';
  const t = await getTranslations('adhesion.sent');
  return (
    <Stack>
      <PageHead
        title={t(isInterest ? 'interestTitle' : 'title')}
        line={t(isInterest ? 'interestLine' : 'line')}
      />
      {isInterest ? null : (
        <Prose>
          <p>{t('advice')}</p>
        </Prose>
      )}
      <div>
        <LinkButton kind="secondary" href="/adesione">
          {t('back')}
        </LinkButton>
      </div>
    </Stack>
  );
}
