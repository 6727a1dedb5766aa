// The first thing the Tab key reaches: straight to the content, past the frame.
import { useTranslations } from 'next-intl';

/** Seen only while focused. */
export function SkipLinks({ hasNavigation }: { hasNavigation: boolean }) {
  const t = useTranslations('frame.skip');
  return (
    <div className="skiplinks">
      <a className="visually-hidden-focusable" href="#contenuto">
        {t('content')}
      </a>
      {hasNavigation ? (
        <a className="visually-hidden-focusable" href="#navigazione">
          {t('navigation')}
        </a>
      ) : null}
      <a className="visually-hidden-focusable" href="#q">
        {t('search')}
      </a>
    </div>
  );
}
