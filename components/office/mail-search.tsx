// Looking for mails: sender, subject, outcome, reason, days; a form whose answer has an address of its own.
import { useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/ui/button';
import { Details } from '@/components/ui/details';
import { Form, SelectField, TextField } from '@/components/ui/field';
import { Line } from '@/components/ui/layout';
import { type MailQuery, mailListAddress, mailReasons, outcomes } from '@/lib/mailing/office/model';

/** Open where something is looked for. */
export function MailSearch({ query }: { query: MailQuery }) {
  const t = useTranslations('office.search');
  const word = useTranslations('office.mail');
  const any = { value: '', label: t('any') };
  const { pagina: _, ...asked } = query;
  return (
    <Details summary={t('title')} open={Object.values(asked).some(Boolean)}>
      <Form action="/segreteria/posta" method="get">
        <TextField name="da" label={t('da')} defaultValue={query.da} optional short />
        <TextField name="oggetto" label={t('oggetto')} defaultValue={query.oggetto} optional short />
        <SelectField
          name="esito"
          label={t('esito')}
          choices={[any, ...outcomes.map((value) => ({ value, label: word(`outcomes.${value}`) }))]}
          defaultValue={query.esito ?? ''}
        />
        <SelectField
          name="motivo"
          label={t('motivo')}
          choices={[any, ...mailReasons.map((value) => ({ value, label: word(`reasons.${value}`) }))]}
          defaultValue={query.motivo ?? ''}
        />
        <TextField name="dal" type="date" label={t('dal')} defaultValue={query.dal} optional short />
        <TextField name="al" type="date" label={t('al')} defaultValue={query.al} optional short />
        <Line>
          <Button kind="secondary">{t('submit')}</Button>
          <LinkButton kind="quiet" href={mailListAddress({})}>
            {t('all')}
          </LinkButton>
        </Line>
      </Form>
    </Details>
  );
}
