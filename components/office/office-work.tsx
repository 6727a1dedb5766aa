// The secretariat's lists of work, each with how many wait: words, not menus.
import { useTranslations } from 'next-intl';
import { Filter } from '@/components/ui/filter';
import { mailListAddress, type OfficeWork } from '@/lib/mailing/office/model';

export type OfficeList = 'mails' | 'held' | 'unclear' | 'dead' | 'stopped';

/** `current` is the list the page shows. */
export function OfficeWorkLists({ work, current }: { work: OfficeWork; current: OfficeList }) {
  const t = useTranslations('office.work');
  const addresses: Record<OfficeList, string> = {
    mails: mailListAddress({}),
    held: mailListAddress({ esito: 'held' }),
    unclear: mailListAddress({ esito: 'bounce', motivo: 'not-understood' }),
    dead: '/segreteria/posta/lavori',
    stopped: '/segreteria/posta/indirizzi',
  };
  const lists = Object.keys(addresses) as OfficeList[];
  return (
    <Filter
      label={t('label')}
      choices={lists.map((list) => ({
        label: list === 'mails' ? t('mails') : t(list, { count: work[list] }),
        href: addresses[list],
        current: list === current,
      }))}
    />
  );
}
