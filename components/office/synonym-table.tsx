// The groups of words that say the same to the search, each with what can be done with it.
import { useTranslations } from 'next-intl';
import { type FormAction, LinkButton, PostButton } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Line } from '@/components/ui/layout';
import { Table } from '@/components/ui/table';
import type { SynonymGroup } from '@/lib/search/synonyms/model';

type SynonymTableProps = { groups: readonly SynonymGroup[]; drop: FormAction };

export function SynonymTable({ groups, drop }: SynonymTableProps) {
  const t = useTranslations('office.synonyms');
  return (
    <Table
      caption={t('caption', { count: groups.length })}
      columns={[
        { key: 'forms', label: t('forms') },
        { key: 'acts', label: t('acts') },
      ]}
      rows={groups.map((group) => ({
        key: group.id,
        cells: { forms: group.forms.join(', '), acts: <Acts group={group} drop={drop} /> },
      }))}
    />
  );
}

/** Removing asks once: nobody remembers all the words of a group. */
function Acts({ group, drop }: { group: SynonymGroup; drop: FormAction }) {
  const t = useTranslations('office.synonyms');
  const [form = ''] = group.forms;
  return (
    <Line>
      <LinkButton
        kind="quiet"
        small
        href={`/segreteria/ricerca?${new URLSearchParams({ gruppo: group.id })}`}
        label={t('changeLabel', { form })}
      >
        {t('changeOne')}
      </LinkButton>
      <Dialog
        opener={t('drop')}
        label={t('dropLabel', { form })}
        title={t('dropTitle', { forms: group.forms.join(', ') })}
        small
      >
        <p>{t('dropLine')}</p>
        <PostButton action={drop} fields={{ id: group.id }} kind="danger" small>
          {t('dropDo')}
        </PostButton>
      </Dialog>
    </Line>
  );
}
