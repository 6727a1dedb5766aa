// What an organisation asked, what it answered, or both: each with how many there are.
import { useTranslations } from 'next-intl';
import { Filter } from '@/components/ui/filter';
import {
  type ContributionCounts,
  type ContributionKind,
  contributionAddress,
  contributionKinds,
} from '@/lib/forum/contributions/model';

type ContributionFilterProps = { slug: string; current: ContributionKind; counts: ContributionCounts };

/** Counts are of what this reader may open. */
export function ContributionFilter({ slug, current, counts }: ContributionFilterProps) {
  const t = useTranslations('forum.contributions');
  return (
    <Filter
      label={t('filterLabel')}
      choices={contributionKinds.map((kind) => ({
        label: t(`filters.${kind}`, { count: counts[kind] }),
        href: contributionAddress(slug, kind),
        current: kind === current,
      }))}
    />
  );
}
