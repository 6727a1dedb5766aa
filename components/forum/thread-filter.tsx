// The line of ways to look at an area's threads, and the tag one has chosen.
import { useTranslations } from 'next-intl';
import { Tag } from '@/components/ui/badge';
import { Filter } from '@/components/ui/filter';
import { Line } from '@/components/ui/layout';
import { type FilterCounts, filterWords, type ThreadFilter, threadFilters } from '@/lib/forum/model';

type ThreadFilterProps = {
  area: string;
  current: ThreadFilter;
  counts: FilterCounts;
  tag?: string;
  signedIn: boolean;
};

/** "Mie" is there only for who can have any. */
export function ThreadFilters({ area, current, counts, tag, signedIn }: ThreadFilterProps) {
  const t = useTranslations('forum');
  const shown = threadFilters.filter((filter) => signedIn || filter !== 'mine');
  return (
    <Line align="between">
      <Filter
        label={t('filterLabel')}
        choices={shown.map((filter) => ({
          label: t(`filters.${filter}`, { count: counts[filter] }),
          href: threadListAddress(area, { filter, tag }),
          current: filter === current,
        }))}
      />
      {tag ? (
        <span>
          {t('withTag')} <Tag>{tag}</Tag>{' '}
          <a href={threadListAddress(area, { filter: current })}>{t('anyTag')}</a>
        </span>
      ) : null}
    </Line>
  );
}

/** The address of an area's list as it is looked at; what is usual is left out. */
export function threadListAddress(
  area: string,
  { filter, tag, page = 1 }: { filter: ThreadFilter; tag?: string; page?: number },
): string {
  const query = new URLSearchParams();
  if (filter !== 'all') query.set('filtro', filterWords[filter]);
  if (tag) query.set('etichetta', tag);
  if (page > 1) query.set('pagina', String(page));
  return query.size > 0 ? `/forum/${area}?${query}` : `/forum/${area}`;
}
