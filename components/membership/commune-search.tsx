// Choosing a commune by its name, without a script: what was typed goes into the address, and the communes found are offered.
import { useTranslations } from 'next-intl';
import { Button } from '@/components/ui/button';
import { Form, TextField } from '@/components/ui/field';

type CommuneSearchProps = { action: string; typed: string; noneFound: boolean };

/** The first half of the question; `BeginForm` asks the rest. */
export function CommuneSearch({ action, typed, noneFound }: CommuneSearchProps) {
  const t = useTranslations('adhesion.begin');
  return (
    <Form action={action} method="get">
      <TextField
        name="comune"
        label={t('commune')}
        hint={t('communeHint')}
        error={noneFound ? t('communeNone') : undefined}
        defaultValue={typed}
        autoComplete="off"
      />
      <div>
        <Button kind={typed && !noneFound ? 'secondary' : 'primary'} icon="search">
          {t('search')}
        </Button>
      </div>
    </Form>
  );
}
