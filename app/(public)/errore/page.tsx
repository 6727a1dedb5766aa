// The words of a page that failed, was not found or not allowed, in the frame: what the front server puts in its place.
import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { closedPage } from '@/app/closed-page';
import { Trouble } from '@/components/frame/trouble';
import { type PageQuery, queryValue } from '@/lib/web/query-value';

type Props = { searchParams: PageQuery };

/** By HTTP status; anything else is a failure of ours. */
const rooms = { '403': 'frame.forbidden', '404': 'frame.notFound' } as const;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const room = roomOf(queryValue((await searchParams).stato));
  return { title: (await getTranslations(room ?? 'trouble'))('title'), robots: { index: false } };
}

export default async function FailedPage({ searchParams }: Props) {
  const { stato, codice } = await searchParams;
  const room = roomOf(queryValue(stato));
  const code = queryValue(codice).replace(/[^\w-]/g, '');
  return room ? closedPage(room, code) : failedPage(code);
}

function roomOf(status: string) {
  return Object.hasOwn(rooms, status) ? rooms[status as keyof typeof rooms] : undefined;
}

async function failedPage(code: string) {
  const t = await getTranslations('trouble');
  const words = {
    title: t('title'),
    line: t('line'),
    code: t('code'),
    again: t('again'),
    home: t('home'),
  };
  return <Trouble words={words} code={code} />;
}
