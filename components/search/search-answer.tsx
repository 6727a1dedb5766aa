// What the search page says: what was found, what narrows it, and a way on where nothing was.
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';
import type { FormAction } from '@/components/ui/button';
import { LinkButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Stack } from '@/components/ui/layout';
import { Narrowed } from '@/components/ui/narrowed';
import { PageHead } from '@/components/ui/page-head';
import { Pagination } from '@/components/ui/pagination';
import {
  hitsPerPage,
  narrowings,
  type SearchInput,
  type SearchResult,
  searchAddress,
} from '@/lib/search/model';
import { ChosenFacets } from './chosen-facets';
import { FacetLists, narrowingsLeft } from './facet-lists';
import { RecentSearches } from './recent-searches';
import { SaveSearch } from './save-search';
import { SearchAdvice } from './search-advice';
import { SearchHits } from './search-hits';

type SearchAnswerProps = {
  input: SearchInput;
  result: SearchResult;
  /** The person's last questions, where none is asked now. */
  recent: readonly string[];
  clearRecent: FormAction;
  /** Null for whoever cannot save this search. `wrong`: why it was not saved a moment ago. */
  saving: { question: string; saved: boolean; wrong: string | null } | null;
  save: FormAction;
  now: Date;
};

/** Longer questions are not repeated whole in the title. */
const longestTitle = 100;

export function SearchAnswer({ input, result, recent, clearRecent, saving, save, now }: SearchAnswerProps) {
  const t = useTranslations('search');
  const { q } = input;
  const shown = q.length > longestTitle ? `${q.slice(0, longestTitle)}…` : q;
  return (
    <>
      <PageHead
        title={q ? t('found', { count: result.total, q: shown }) : t('title')}
        line={q ? undefined : t('line')}
      />
      <Stack>
        {saving?.wrong ? <Alert kind="bad" title={saving.wrong} /> : null}
        {saving ? (
          <SaveSearch question={saving.question} words={q} saved={saving.saved} action={save} />
        ) : null}
        {q ? <Found input={input} result={result} now={now} /> : <p>{t('start')}</p>}
        {q ? null : <RecentSearches queries={recent} clear={clearRecent} />}
        <SearchAdvice open={!q} />
      </Stack>
    </>
  );
}

function Found({ input, result, now }: Pick<SearchAnswerProps, 'input' | 'result' | 'now'>) {
  const t = useTranslations('search');
  const { hits, facets, total, more, reduced, unknown } = result;
  const pages = Math.ceil(total / hitsPerPage);
  return (
    <>
      {reduced ? <Alert kind="info">{t('reduced')}</Alert> : null}
      <ChosenFacets input={input} facets={facets} />
      {hits.length > 0 ? (
        <Narrowed
          summary={t('narrow')}
          by={narrowingsLeft(input, facets).length > 0 ? <FacetLists input={input} facets={facets} /> : null}
        >
          {more ? <p className="rc-quiet">{t('more', { count: total })}</p> : null}
          <SearchHits hits={hits} now={now} />
          <Pagination
            page={input.pagina}
            pages={pages}
            href={(pagina) => searchAddress({ ...input, pagina })}
          />
        </Narrowed>
      ) : (
        <NothingFound input={input} unknown={unknown} />
      )}
    </>
  );
}

function NothingFound({ input, unknown }: { input: SearchInput; unknown: SearchResult['unknown'] }) {
  const t = useTranslations('search');
  const isNarrow = narrowings.some(({ choice }) => input[choice] !== undefined);
  const conditions = unknown.map(({ prefix, value }) => `${prefix}:${value}`).join(', ');
  return (
    <EmptyState
      action={
        isNarrow ? (
          <LinkButton href={searchAddress({ q: input.q })}>{t('everywhere')}</LinkButton>
        ) : (
          <LinkButton href="/forum">{t('ask')}</LinkButton>
        )
      }
    >
      {conditions ? t('unknown', { conditions }) : `${t('none')} ${isNarrow ? t('noneNarrow') : t('hint')}`}
    </EmptyState>
  );
}
