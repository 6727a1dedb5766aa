// What one searched last, to search it again.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Section } from '@/components/ui/layout';
import { searchAddress } from '@/lib/search/model';

/** Nothing where nothing was searched. */
export function RecentSearches({ queries, clear }: { queries: readonly string[]; clear: FormAction }) {
  const t = useTranslations('search.recent');
  if (queries.length === 0) return null;
  return (
    <Section title={t('title')}>
      <ul>
        {queries.map((q) => (
          <li key={q}>
            <a href={searchAddress({ q })}>{q}</a>
          </li>
        ))}
      </ul>
      <PostButton action={clear} kind="secondary" small>
        {t('clear')}
      </PostButton>
    </Section>
  );
}
