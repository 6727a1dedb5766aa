'use client';
// The organisations of the network, fewer with every letter typed.
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { TextField } from '@/components/ui/field';
import { Table } from '@/components/ui/table';
import type { OrganizationRow } from '@/lib/people/model';

type OrganizationTableProps = { organizations: readonly OrganizationRow[]; query: string };

/** With JavaScript off the same field asks the page anew with `?q=`. */
export function OrganizationTable({ organizations, query }: OrganizationTableProps) {
  const t = useTranslations('directory');
  const [typed, setTyped] = useState(query);
  const found = organizations.filter((organization) => fits(organization, typed));
  const keys = ['name', 'kind', 'status', 'province', 'joined'] as const;
  return (
    <>
      <form method="get" className="rc-form" onChange={(event) => setTyped(typedIn(event.currentTarget))}>
        <TextField
          id="filtro"
          name="q"
          type="search"
          label={t('list.filter')}
          hint={t('list.filterHint')}
          defaultValue={query}
          optional
        />
      </form>
      <p role="status">{t('list.found', { count: found.length })}</p>
      {found.length === 0 ? (
        <EmptyState>{typed ? t('list.noneFits') : t('list.empty')}</EmptyState>
      ) : (
        <Table
          caption={t('list.caption')}
          columns={keys.map((key) => ({ key, label: t(`columns.${key}`) }))}
          rows={found.map((organization) => ({
            key: organization.slug,
            cells: {
              name: <Name {...organization} />,
              kind: t(`kinds.${organization.kind}`),
              status: t(`statuses.${organization.status}`),
              province: organization.province,
              joined: organization.joinedOn?.slice(0, 4),
            },
          }))}
        />
      )}
    </>
  );
}

function Name({ slug, name, isLead }: OrganizationRow) {
  const t = useTranslations('directory');
  return (
    <>
      <a href={`/enti/${slug}`}>{name}</a> {isLead ? <Badge kind="good">{t('lead')}</Badge> : null}
    </>
  );
}

function typedIn(form: HTMLFormElement): string {
  return String(new FormData(form).get('q') ?? '');
}

function fits({ name, province }: OrganizationRow, typed: string): boolean {
  const text = plain(`${name} ${province ?? ''}`);
  return plain(typed)
    .split(/\s+/)
    .every((word) => text.includes(word));
}

/** Without accents and capitals: who types `cantu` means Cantù. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
