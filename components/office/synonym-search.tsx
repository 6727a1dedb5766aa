// Looking for a group of words: a form whose answer has an address of its own.
import { useTranslations } from 'next-intl';
import { Button, LinkButton } from '@/components/ui/button';
import { Form, TextField } from '@/components/ui/field';
import { Line } from '@/components/ui/layout';

const page = '/segreteria/ricerca';

export function SynonymSearch({ asked }: { asked: string }) {
  const t = useTranslations('office.synonyms');
  return (
    <Form action={page} method="get">
      <TextField name="q" type="search" label={t('search')} defaultValue={asked} optional short />
      <Line>
        <Button kind="secondary">{t('searchDo')}</Button>
        {asked ? (
          <LinkButton kind="quiet" href={page}>
            {t('all')}
          </LinkButton>
        ) : null}
      </Line>
    </Form>
  );
}
