// The register of adhesions on a day: what one looks for, and the table.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Form, SelectField, TextField } from '@/components/ui/field';
import { Table } from '@/components/ui/table';
import { type RollQuery, type RollRow, rollStates } from '@/lib/membership/rolls/model';
import { useDays } from './use-days';

/** All of it travels in the address, so that a list can be sent on. */
export function RegisterFilter({ query, day }: { query: RollQuery; day: string }) {
  const t = useTranslations('adhesion');
  return (
    <Form action="/segreteria/registro" method="get">
      <TextField name="al" type="date" label={t('register.on')} defaultValue={query.al ?? day} short />
      <SelectField
        name="stato"
        label={t('register.state')}
        choices={rollStates.map((state) => ({
          value: state,
          label: state === 'in' || state === 'all' ? t(`register.${state}`) : t(`states.${state}`),
        }))}
        defaultValue={query.stato}
      />
      <TextField
        name="provincia"
        label={t('register.province')}
        defaultValue={query.provincia}
        optional
        short
      />
      <TextField name="q" label={t('register.name')} defaultValue={query.q} optional />
      <div>
        <Button kind="secondary" icon="search">
          {t('register.show')}
        </Button>
      </div>
    </Form>
  );
}

const columns = ['name', 'province', 'state', 'since', 'act'] as const;

export function RegisterTable({ rows, caption }: { rows: readonly RollRow[]; caption: string }) {
  const t = useTranslations('adhesion');
  const day = useDays();
  if (rows.length === 0) return <EmptyState>{t('register.none')}</EmptyState>;
  return (
    <Table
      caption={caption}
      columns={columns.map((key) => ({ key, label: t(`register.columns.${key}`) }))}
      rows={rows.map(({ slug, name, province, state, since, act, memberSince }) => ({
        key: slug,
        cells: {
          name: <a href={`/segreteria/adesioni/${slug}`}>{name}</a>,
          province,
          state: t(`states.${state}`),
          since: day(memberSince ?? since),
          act: act && t('act.named', { organ: t(`organs.${act.organ}`), number: act.number, year: act.year }),
        },
      }))}
    />
  );
}
