// A field that only programs fill in: out of sight, out of the order of Tab, not spoken.
import { useTranslations } from 'next-intl';

/** Whoever finds it all the same is told to leave it empty. */
export function TrapField() {
  const t = useTranslations('bricks');
  return (
    <div className="visually-hidden" aria-hidden="true">
      <label htmlFor="website">{t('trap')}</label>
      <input id="website" name="website" type="text" tabIndex={-1} autoComplete="off" />
    </div>
  );
}
