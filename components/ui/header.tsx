// The header: the name of the site, leading home, and the search box that is always there.
import { useTranslations } from 'next-intl';
import { Icon } from './icon';

/** `query` is what was searched, so that it stays in the box; the id `q` is what the key / reaches. */
export function Header({ query }: { query?: string }) {
  const t = useTranslations('frame.header');
  return (
    <div className="rc-header">
      <div className="container-xxl">
        <a className="rc-brand" href="/">
          <strong>{t('name')}</strong>
          <span>{t('claim')}</span>
        </a>
        <search className="rc-search-zone">
          <form className="rc-search" action="/cerca" method="get">
            <label className="visually-hidden" htmlFor="q">
              {t('searchLabel')}
            </label>
            <input type="search" name="q" id="q" defaultValue={query} placeholder={t('searchHint')} />
            <button type="submit">
              <Icon name="search" />
              <span className="rc-search-word">{t('search')}</span>
            </button>
          </form>
        </search>
      </div>
    </div>
  );
}
