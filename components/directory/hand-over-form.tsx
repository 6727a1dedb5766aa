'use client';
// What somebody who left had begun, handed to a colleague by the referent.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button } from '@/components/ui/button';
import { Form, SelectField } from '@/components/ui/field';
import { type FormDeed, untouched } from '@/lib/core/form-state';
import type { Leaver } from '@/lib/forum/leavers/model';

type HandOverFormProps = {
  action: FormDeed;
  leaver: Leaver;
  colleagues: readonly { id: string; name: string }[];
  /** The page it stands on, shown again with what is wrong where no script runs. */
  page: string;
};

/**
 * One a leaver; whatever is wrong stands beside the colleague chosen. Without a script what came back reaches all these
 * forms: each keeps what is its own.
 */
export function HandOverForm({ action, leaver, colleagues, page }: HandOverFormProps) {
  const t = useTranslations('directory.leavers');
  const [state, submit] = useActionState(action, untouched, page);
  const { error, values } = state.values.from === leaver.id ? state : untouched;
  return (
    <Form action={submit}>
      <p>{t('left', leaver)}</p>
      <input type="hidden" name="from" value={leaver.id} />
      <SelectField
        key={values.to}
        id={`to-${leaver.id}`}
        name="to"
        label={t('to', { name: leaver.name })}
        error={error?.message}
        choices={colleagues.map(({ id, name }) => ({ value: id, label: name }))}
        defaultValue={values.to}
      />
      <div>
        <Button kind="secondary" label={t('submitLabel', { name: leaver.name })}>
          {t('submit')}
        </Button>
      </div>
    </Form>
  );
}
