// One area: its threads, last activity first, looked at in one of four ways.
import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { AreaWish } from '@/components/forum/area-wish';
import { ThreadFilters, threadListAddress } from '@/components/forum/thread-filter';
import { ThreadRows } from '@/components/forum/thread-rows';
import { Alert } from '@/components/ui/alert';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import { Written } from '@/components/ui/written';
import type { Actor } from '@/lib/core/actor';
import { findAreaChoice } from '@/lib/forum/following/queries';
import { type AreaView, filterOf, pageCount, threadListQuery, threadsPerPage } from '@/lib/forum/model';
import { mayWriteInArea } from '@/lib/forum/policy';
import { findArea, listThreads } from '@/lib/forum/queries';
import { queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { chooseMailOfArea, wishForArea } from './area-actions';

type Props = { params: Promise<{ area: string }>; searchParams: Promise<Record<string, string | string[]>> };

const read = cache((slug: string) => readPage(`/forum/${slug}`, (ctx) => findArea(ctx, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { name, description } = await read((await params).area);
  return { title: name, description };
}

export default async function AreaPage({ params, searchParams }: Props) {
  const area = await read((await params).area);
  const query = await searchParams;
  const { filtro, etichetta: tag, pagina: page } = threadListQuery.parse(query);
  const wrong = await refusalWords(queryValue(query.avviso));
  const filter = filterOf(filtro);
  const t = await getTranslations('forum');
  const { rows, total, now, signedIn, mayWrite, mail } = await readPage(
    `/forum/${area.slug}`,
    async (ctx) => ({
      ...(await listThreads(ctx, { areaId: area.id, filter, tag, page })),
      now: ctx.now,
      signedIn: ctx.actor.kind === 'member',
      mayWrite: mayWriteIn(ctx.actor, area),
      mail: await findAreaChoice(ctx, area.id),
    }),
  );
  const pages = pageCount(total, threadsPerPage);
  if (page > pages) redirect(threadListAddress(area.slug, { filter, tag, page: pages }));
  const whole = filter === 'all' && tag === undefined;
  return (
    <Written>
      <PageHead
        title={area.name}
        crumbs={[{ label: t('title'), href: '/forum' }, { label: area.name }]}
        action={
          mayWrite ? <LinkButton href={`/forum/${area.slug}/nuova`}>{t('newThread')}</LinkButton> : null
        }
        line={
          <>
            {area.description} {t('postingAddress', { address: area.postingAddress })}
          </>
        }
      />
      {wrong ? <Alert kind="bad" title={wrong} /> : null}
      <Stack>
        {signedIn ? (
          <AreaWish choice={{ ...area, mail }} follow={wishForArea} chooseMail={chooseMailOfArea} />
        ) : null}
        <ThreadFilters area={area.slug} current={filter} tag={tag} signedIn={signedIn} />
      </Stack>
      {rows.length > 0 ? (
        <ThreadRows rows={rows} now={now} />
      ) : (
        <EmptyState action={whole ? null : <a href={`/forum/${area.slug}`}>{t('showAll')}</a>}>
          {whole ? t('emptyArea') : t('emptyFilter')}
        </EmptyState>
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => threadListAddress(area.slug, { filter, tag, page: number })}
      />
    </Written>
  );
}

/** Whoever got this far may read the area: one of chosen organisations has chosen this one. */
function mayWriteIn(actor: Actor, area: AreaView): boolean {
  if (actor.kind !== 'member') return false;
  return mayWriteInArea(actor, { ...area, admitted: [actor.seat.organization.id] }).allowed;
}
