// The searches a person keeps: each leads to what it finds now, and says whether news of it comes by mail.
import { useTranslations } from 'next-intl';
import { type FormAction, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Line } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import { type SavedSearch, searchAddress } from '@/lib/search/saving/model';

type Deeds = { choose: FormAction; drop: FormAction };

export function SavedSearches({ searches, ...deeds }: Deeds & { searches: readonly SavedSearch[] }) {
  const t = useTranslations('saving.page');
  return (
    <Table
      caption={t('caption', { count: searches.length })}
      columns={[
        { key: 'search', label: t('search') },
        { key: 'mail', label: t('mail') },
        { key: 'acts', label: t('acts') },
      ]}
      rows={searches.map((search) => ({
        key: search.id,
        cells: {
          search: <a href={searchAddress(search.question)}>{search.name}</a>,
          mail: t(search.mails ? 'on' : 'off'),
          acts: <Acts search={search} {...deeds} />,
        },
      }))}
    />
  );
}

function Acts({ search, choose, drop }: Deeds & { search: SavedSearch }) {
  const t = useTranslations('saving.page');
  const { id, name, mails } = search;
  const turn = mails ? 'turnOff' : 'turnOn';
  return (
    <Line>
      <PostButton
        action={choose}
        fields={{ id, mail: mails ? 'off' : 'on' }}
        kind="secondary"
        small
        label={t(`${turn}Label`, { name })}
      >
        {t(turn)}
      </PostButton>
      <Dialog opener={t('drop')} label={t('dropLabel', { name })} title={t('dropTitle', { name })} small>
        <p>{t('dropLine')}</p>
        <PostButton action={drop} fields={{ id }} kind="danger" small>
          {t('dropDo')}
        </PostButton>
      </Dialog>
    </Line>
  );
}
