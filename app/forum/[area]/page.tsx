// One area: its threads, last activity first, looked at in one of five ways.
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
import { WrittenOnce } from '@/components/ui/written';
import type { Actor } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { findAreaChoice } from '@/lib/forum/following/queries';
import {
  type AreaHead,
  type FilterCounts,
  filterOf,
  pageCount,
  threadListQuery,
  threadsPerPage,
} from '@/lib/forum/model';
import { mayWriteInArea } from '@/lib/forum/policy';
import { countOwnThreads, countThreads, findArea, listThreads, type ThreadList } from '@/lib/forum/queries';
import { listMeant } from '@/lib/forum/tags/queries';
import { currentContext } from '@/lib/web/context';
import { feedLinks } from '@/lib/web/feed-links';
import { isWholePage } from '@/lib/web/is-whole-page';
import { keepUntilChange } from '@/lib/web/keep-until-change';
import { queryValue } from '@/lib/web/query-value';
import { readPage } from '@/lib/web/read-page';
import { refusalWords } from '@/lib/web/refusal-words';
import { wordsMoment } from '@/lib/web/words-moment';
import { chooseMailOfArea, wishForArea } from './area-actions';

type Props = { params: Promise<{ area: string }>; searchParams: Promise<Record<string, string | string[]>> };

const read = cache((slug: string) => readPage(`/forum/${slug}`, (ctx) => findArea(ctx, slug)));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, name, description, audience } = await read((await params).area);
  const links = await feedLinks(`area/${slug}`, { title: name, isPublic: audience === 'public' });
  return { title: name, description, ...links };
}

export default async function AreaPage({ params, searchParams }: Props) {
  const area = await read((await params).area);
  const query = await searchParams;
  const { filtro, etichetta: word, pagina: page } = threadListQuery.parse(query);
  const ctx = await currentContext();
  const [tag] = word ? await listMeant(ctx, [word]) : [];
  const wrong = await refusalWords(queryValue(query.avviso));
  const filter = filterOf(filtro);
  const t = await getTranslations('forum');
  const list = { areaId: area.id, tag };
  const [rows, counts, mail] = await Promise.all([
    listThreads(ctx, { ...list, filter, page }),
    countAll(ctx, list),
    findAreaChoice(ctx, area.id),
  ]);
  const total = counts[filter];
  const signedIn = ctx.actor.kind === 'member';
  const pages = pageCount(total, threadsPerPage);
  if (page > pages) redirect(threadListAddress(area.slug, { filter, tag, page: pages }));
  const whole = filter === 'all' && tag === undefined;
  return (
    <WrittenOnce whole={await isWholePage()}>
      <PageHead
        title={area.name}
        crumbs={[{ label: t('title'), href: '/forum' }, { label: area.name }]}
        action={
          mayWriteIn(ctx.actor, area) ? (
            <LinkButton href={`/forum/${area.slug}/nuova`}>{t('newThread')}</LinkButton>
          ) : null
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
        <ThreadFilters area={area.slug} current={filter} counts={counts} tag={tag} signedIn={signedIn} />
      </Stack>
      {rows.length > 0 ? (
        <ThreadRows rows={rows} now={wordsMoment(ctx)} />
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
    </WrittenOnce>
  );
}

/** Counting takes as long as the area is long, and is the same for whoever reads it, but for their own threads. */
async function countAll(ctx: Context, list: Pick<ThreadList, 'areaId' | 'tag'>): Promise<FilterCounts> {
  const key = `threads ${list.areaId} ${list.tag ?? ''}`;
  const [shared, mine] = await Promise.all([
    keepUntilChange(key, () => countThreads(ctx, list)),
    countOwnThreads(ctx, list),
  ]);
  return { ...shared, mine };
}

/** Whoever got this far may read the area: one of chosen organisations has chosen this one. */
function mayWriteIn(actor: Actor, area: AreaHead): boolean {
  if (actor.kind !== 'member') return false;
  return mayWriteInArea(actor, { ...area, admitted: [actor.seat.organization.id] }).allowed;
}
