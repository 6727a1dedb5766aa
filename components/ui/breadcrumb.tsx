// Where the page stands.
import { useTranslations } from 'next-intl';

export type Crumb = { label: string; href?: string };

/** The last crumb is the page itself and has no address. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const t = useTranslations('bricks');
  return (
    <nav className="rc-breadcrumb" aria-label={t('breadcrumb')}>
      <ol className="breadcrumb">
        {crumbs.map(({ label, href }) => (
          <li
            key={href ?? label}
            className={href ? 'breadcrumb-item' : 'breadcrumb-item active'}
            aria-current={href ? undefined : 'page'}
          >
            {href ? <a href={href}>{label}</a> : label}
          </li>
        ))}
      </ol>
    </nav>
  );
}
