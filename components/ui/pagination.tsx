// Pages of a long list as links: previous, first, around the current one, last, next.
import { useTranslations } from 'next-intl';
import { type PageGap, pagesToShow } from './pages-to-show';

type PaginationProps = {
  page: number;
  pages: number;
  /** The address of page n (from 1). */
  href: (page: number) => string;
  /** Names this one where a page has two. */
  label?: string;
};

/** Nothing at all where there is one page. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  const t = useTranslations('bricks.pagination');
  if (pages <= 1) return null;
  return (
    <nav aria-label={label ?? t('label')}>
      <ul className="pagination">
        {page > 1 ? (
          <li>
            <a className="page-link" href={href(page - 1)} rel="prev">
              {t('previous')}
            </a>
          </li>
        ) : null}
        {pagesToShow(page, pages).map((entry) => (
          <PageEntry key={entry.key} entry={entry} page={page} pages={pages} href={href} />
        ))}
        {page < pages ? (
          <li>
            <a className="page-link" href={href(page + 1)} rel="next">
              {t('next')}
            </a>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}

function PageEntry({ entry, page, pages, href }: PaginationProps & { entry: PageGap }) {
  const t = useTranslations('bricks.pagination');
  if (entry.number === null) {
    return (
      <li className="rc-pagination-gap" aria-hidden="true">
        …
      </li>
    );
  }
  return (
    <li>
      <a
        className="page-link"
        href={href(entry.number)}
        aria-label={t('page', { number: entry.number, pages })}
        aria-current={entry.number === page ? 'page' : undefined}
      >
        {entry.number}
      </a>
    </li>
  );
}
