// The words of a failed page in the frame: what the front server puts in place of a page that could not be made.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { Trouble } from '@/components/frame/trouble';
import { type PageQuery, queryValue } from '@/lib/web/query-value';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('trouble'))('title'), robots: { index: false } };
}

export default async function FailedPage({ searchParams }: { searchParams: PageQuery }) {
  const t = await getTranslations('trouble');
  const code = queryValue((await searchParams).codice).replace(/[^\w-]/g, '');
  const words = {
    title: t('title'),
    line: t('line'),
    code: t('code'),
    again: t('again'),
    home: t('home'),
  };
  return <Trouble words={words} code={code} />;
}
