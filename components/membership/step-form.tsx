'use client';
// One step the secretariat may take now: a button that opens what is to be said with it.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, type ButtonKind } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Form, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { errorBeside, type FormDeed, untouched } from '@/lib/core/form-state';
import { type MembershipDeed, stepRules } from '@/lib/membership/model';

type StepFormProps = {
  deed: MembershipDeed;
  action: FormDeed;
  organizationId: string;
  name: string;
  page: string;
  kind?: ButtonKind;
  /** Where it leads into another organisation. */
  targets?: readonly { id: string; name: string }[];
};

/** What came back opens the form it was sent from, and no other. */
export function StepForm({ deed, action, organizationId, name, page, kind, targets }: StepFormProps) {
  const t = useTranslations('adhesion.examine');
  const [sent, submit] = useActionState(action, untouched, page);
  const state = sent.values.deed === deed ? sent : untouched;
  const { values } = state;
  const { reason, term } = stepRules[deed];
  const general = state.error && !['reason', 'termOn', 'takenOn', 'intoId'].includes(state.error.field ?? '');
  return (
    <Dialog
      opener={t(`do.${deed}`)}
      title={t(`ask.${deed}`, { name })}
      kind={kind}
      open={state.error !== undefined}
    >
      <Form action={submit}>
        <input type="hidden" name="deed" value={deed} />
        <input type="hidden" name="organizationId" value={organizationId} />
        <input type="hidden" name="back" value={page} />
        {general ? <p role="alert">{state.error?.message}</p> : null}
        {targets ? (
          <SelectField
            key={values.intoId}
            id={`into-${deed}`}
            name="intoId"
            label={t('into')}
            choices={targets.map(({ id, name: label }) => ({ value: id, label }))}
            defaultValue={values.intoId}
            error={errorBeside(state, 'intoId')}
          />
        ) : null}
        {reason ? (
          <TextAreaField
            id={`reason-${deed}`}
            name="reason"
            label={t(deed === 'ask' ? 'missing' : 'reason')}
            hint={t('reasonHint')}
            rows={4}
            error={errorBeside(state, 'reason')}
            defaultValue={values.reason}
          />
        ) : null}
        {term ? (
          <TextField
            id={`term-${deed}`}
            name="termOn"
            type="date"
            label={t('term')}
            hint={t('termHint')}
            error={errorBeside(state, 'termOn')}
            defaultValue={values.termOn}
            short
          />
        ) : (
          <TextField
            id={`taken-${deed}`}
            name="takenOn"
            type="date"
            label={t('takenOn')}
            hint={t('takenOnHint')}
            error={errorBeside(state, 'takenOn')}
            defaultValue={values.takenOn}
            optional
            short
          />
        )}
        <div>
          <Button kind={kind === 'danger' ? 'danger' : 'primary'}>{t(`do.${deed}`)}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
