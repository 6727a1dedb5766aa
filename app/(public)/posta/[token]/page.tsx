// The page behind the last link of every mail: which mail it was, and what may be chosen without signing in.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { CopyChoice } from '@/components/choices/copy-choice';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { copyWishes } from '@/lib/mailing/choosing/model';
import { findCopy } from '@/lib/mailing/choosing/queries';
import { type PageQuery, queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';

type Props = { params: Promise<{ token: string }>; searchParams: PageQuery };

const read = cache((token: string) => readPage(`/posta/${token}`, (ctx) => findCopy(ctx, token)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  await read((await params).token);
  const t = await getTranslations('choices.copy');
  return { title: t('title'), robots: { index: false } };
}

export default async function CopyPage({ params, searchParams }: Props) {
  const { token } = await params;
  const copy = await read(token);
  const t = await getTranslations('choices.copy');
  const said = queryValue((await searchParams).fatto);
  const done = copyWishes.find((wish) => wish === said);
  return (
    <Stack gap="large">
      <PageHead
        title={t('title')}
        line={t('line', { email: copy.email })}
        action={
          <LinkButton kind="secondary" href="/profilo/posta">
            {t('all')}
          </LinkButton>
        }
      />
      {done ? <Alert kind="good" title={t(`done.${done}`)} /> : null}
      <CopyChoice copy={copy} address={`/posta/${token}`} />
    </Stack>
  );
}
