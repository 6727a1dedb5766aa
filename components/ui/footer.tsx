// The foot of every page.
import { useTranslations } from 'next-intl';

export type FooterLink = { href: string; label: string };

type FooterProps = {
  links?: readonly FooterLink[];
  /** Leaves room for the bar of places that phones show at the bottom. */
  hasBottomBar?: boolean;
};

/** The three pages the law asks for come first; `links` are further ones. */
export function Footer({ links = [], hasBottomBar }: FooterProps) {
  const t = useTranslations('frame.footer');
  const all = [
    { href: '/privacy', label: t('privacy') },
    { href: '/note-legali', label: t('legal') },
    { href: '/accessibilita', label: t('accessibility') },
    ...links,
  ];
  return (
    <footer className={hasBottomBar ? 'rc-footer rc-has-nav' : 'rc-footer'}>
      <div className="container-xxl">
        <p>
          <strong>{t('name')}</strong> · {t('claim')}
        </p>
        <ul aria-label={t('label')}>
          {all.map(({ href, label }) => (
            <li key={href}>
              <a href={href}>{label}</a>
            </li>
          ))}
        </ul>
      </div>
    </footer>
  );
}
