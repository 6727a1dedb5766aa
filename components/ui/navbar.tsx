// The places of the site: a bar of at most seven words, on phones five at the bottom; the rest under one word.
import { useTranslations } from 'next-intl';
import { Icon, type IconName } from './icon';
import { Menu } from './menu';

export type NavItem = {
  href: string;
  label: string;
  icon: IconName;
  current: boolean;
  /** How much waits there, in words. */
  count?: string;
};

const onDesktop = 7;
const onPhones = 5;

/** Only what exists is listed; nothing at all where there is nowhere to go. */
export function Navbar({ items }: { items: readonly NavItem[] }) {
  const t = useTranslations('frame.navigation');
  if (items.length === 0) return null;
  const wide = items.length > onDesktop ? onDesktop - 1 : items.length;
  const narrow = items.length > onPhones ? onPhones - 1 : items.length;
  return (
    <nav className="rc-nav" id="navigazione" tabIndex={-1} aria-label={t('label')}>
      <div className="container-xxl">
        <ul>
          {items.slice(0, wide).map((item, index) => (
            <Place key={item.href} item={item} wideOnly={index >= narrow} />
          ))}
          {narrow < items.length ? (
            <li className={wide < items.length ? undefined : 'rc-narrow-only'}>
              <Menu
                summary={
                  <>
                    <Icon name="more" />
                    {t('more')}
                  </>
                }
                group="navigazione"
              >
                <ul>
                  {items.slice(narrow).map((item, index) => (
                    <Place key={item.href} item={item} narrowOnly={narrow + index < wide} />
                  ))}
                </ul>
              </Menu>
            </li>
          ) : null}
        </ul>
      </div>
    </nav>
  );
}

function Place({ item, wideOnly, narrowOnly }: { item: NavItem; wideOnly?: boolean; narrowOnly?: boolean }) {
  const width = wideOnly ? 'rc-wide-only' : narrowOnly ? 'rc-narrow-only' : undefined;
  return (
    <li className={width}>
      <a href={item.href} aria-current={item.current ? 'page' : undefined}>
        <Icon name={item.icon} />
        {item.label}
        {item.count ? <span className="rc-count">{item.count}</span> : null}
      </a>
    </li>
  );
}
