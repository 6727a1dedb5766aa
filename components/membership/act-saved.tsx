// Said once the details of an act were saved: its file comes next.
import { useTranslations } from 'next-intl';
import { Alert } from '@/components/ui/alert';

/** Leads down to where the file is laid beside it. */
export function ActSaved() {
  const t = useTranslations('adhesion.act');
  return (
    <Alert kind="good" title={t('saved')}>
      <p>
        <a href="#carica">{t('nowFile')}</a>
      </p>
    </Alert>
  );
}
