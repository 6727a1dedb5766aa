// The slim bar: which network this is, for whom one acts, the language, the account.
import { useTranslations } from 'next-intl';
import type { Locale } from '@/lib/core/actor';
import type { FormAction } from './button';
import { Icon } from './icon';
import { Menu } from './menu';

export type SeatChoice = { id: string; organization: string; role: string };

export type Account = {
  name: string;
  seat: SeatChoice;
  /** All of them, the current one included. */
  seats: readonly SeatChoice[];
  links: readonly { href: string; label: string }[];
};

export type SlimHeaderProps = {
  locale: Locale;
  /** Where forms of the bar come back to. */
  path: string;
  signInHref: string;
  /** Null for who is not signed in. */
  account: Account | null;
  setLanguage: FormAction;
  /** Gets the fields `seat` (its id) and `back` (a path of this site). */
  switchSeat?: FormAction;
  signOut?: FormAction;
};

/** Every switch is a native form. */
export function SlimHeader({ locale, path, signInHref, account, ...actions }: SlimHeaderProps) {
  const t = useTranslations('frame.slim');
  return (
    <div className="rc-slim">
      <div className="container-xxl">
        <span className="rc-slim-network">{t('network')}</span>
        {account ? (
          <SeatSwitch account={account} path={path} switchSeat={actions.switchSeat} />
        ) : (
          <span className="rc-slim-filler" />
        )}
        <LanguageSwitch locale={locale} path={path} setLanguage={actions.setLanguage} />
        {account ? (
          <AccountMenu account={account} signOut={actions.signOut} />
        ) : (
          <a href={signInHref}>
            <Icon name="person" />
            {t('signIn')}
          </a>
        )}
      </div>
    </div>
  );
}

type SeatSwitchProps = { account: Account; path: string; switchSeat?: FormAction };

function SeatSwitch({ account, path, switchSeat }: SeatSwitchProps) {
  const t = useTranslations('frame.slim');
  const current = (
    <span>
      <span className="rc-wide-only">{t('onBehalfOf')}</span>
      <span className="rc-narrow-only">{t('for')}</span>
      <strong>{account.seat.organization}</strong>
    </span>
  );
  if (account.seats.length < 2 || !switchSeat) return <div className="rc-slim-seat">{current}</div>;
  return (
    <div className="rc-slim-seat">
      <Menu summary={current} align="start" group="barra">
        <p>{t('actFor')}</p>
        <form action={switchSeat}>
          <input type="hidden" name="back" value={path} />
          <ul>
            {account.seats.map((seat) => (
              <li key={seat.id}>
                <button
                  type="submit"
                  name="seat"
                  value={seat.id}
                  aria-current={seat.id === account.seat.id || undefined}
                >
                  <span>
                    {seat.organization} <span className="rc-quiet rc-small">{seat.role}</span>
                  </span>
                  {seat.id === account.seat.id ? <Icon name="check" label={t('current')} /> : null}
                </button>
              </li>
            ))}
          </ul>
        </form>
      </Menu>
    </div>
  );
}

function LanguageSwitch({
  locale,
  path,
  setLanguage,
}: Pick<SlimHeaderProps, 'locale' | 'path' | 'setLanguage'>) {
  const other = locale === 'it' ? 'en' : 'it';
  const name = other === 'it' ? 'Italiano' : 'English';
  return (
    <form action={setLanguage}>
      <input type="hidden" name="back" value={path} />
      <button type="submit" name="language" value={other} lang={other}>
        <Icon name="language" />
        {name}
      </button>
    </form>
  );
}

function AccountMenu({ account, signOut }: { account: Account; signOut?: FormAction }) {
  const t = useTranslations('frame.slim');
  const summary = (
    <>
      <Icon name="person" />
      <span className="visually-hidden">{t('account')} </span>
      <span className="rc-wide-only">{account.name}</span>
    </>
  );
  return (
    <Menu summary={summary} group="barra">
      <p>
        {account.name}
        <br />
        {account.seat.role}
      </p>
      <ul>
        {account.links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      {signOut ? (
        <form action={signOut}>
          <button type="submit">
            <Icon name="sign-out" />
            {t('signOut')}
          </button>
        </form>
      ) : null}
    </Menu>
  );
}
