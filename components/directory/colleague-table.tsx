// Who works at an organisation, with phone and mail one click away.
import { useTranslations } from 'next-intl';
import { LinkButton } from '@/components/ui/button';
import { Table } from '@/components/ui/table';
import type { Colleague } from '@/lib/people/model';
import { personCardAddress } from '@/lib/people/vcards/model';

/** For members; a person is one row, whatever the number of their seats. */
export function ColleagueTable({ people, slug }: { people: readonly Colleague[]; slug: string }) {
  const t = useTranslations('directory');
  const role = useTranslations('frame.roles');
  const keys = ['person', 'role', 'phone', 'email', 'card'] as const;
  return (
    <Table
      caption={t('people.caption')}
      columns={keys.map((key) => ({ key, label: t(`people.${key}`) }))}
      rows={people.map((person) => ({
        key: person.id,
        cells: {
          person: person.name,
          role: person.roles.map((each) => role(each)).join(', '),
          phone: person.phone ? <a href={`tel:${dialled(person.phone)}`}>{person.phone}</a> : null,
          card: (
            <LinkButton
              kind="quiet"
              small
              href={personCardAddress(slug, person.id)}
              label={t('people.cardLabel', { name: person.name })}
            >
              {t('people.cardLink')}
            </LinkButton>
          ),
          email: person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null,
        },
      }))}
    />
  );
}

/** What a telephone can dial: the extension is asked for by a person. */
function dialled(phone: string): string {
  return phone.replace(/ (int|ext)\..*$/, '').replace(/[^\d+]/g, '');
}
