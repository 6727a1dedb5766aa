'use client';
// A deed that wants a reason: one field, one button, and what is wrong beside the field.
import { useTranslations } from 'next-intl';
import { useActionState } from 'react';
import { Button, type ButtonKind } from '@/components/ui/button';
import { CheckField, Form, TextAreaField } from '@/components/ui/field';
import { type FormDeed, type FormState, untouched } from '@/lib/core/form-state';

type ReasonFormProps = {
  state: FormState;
  submit: (form: FormData) => void;
  /** Travel hidden. */
  fields: Record<string, string>;
  /** Unlike any other on the page. */
  id: string;
  label: string;
  hint?: string;
  button: string;
  kind?: ButtonKind;
  /** Where some decisions need none. */
  optional?: boolean;
  /** Fields before the reason. */
  children?: React.ReactNode;
};

/** A refusal about another field stands beside the reason too: the form is short. */
export function ReasonForm({
  state,
  submit,
  fields,
  id,
  label,
  hint,
  button,
  kind,
  optional,
  children,
}: ReasonFormProps) {
  const t = useTranslations();
  const { error, values } = state;
  return (
    <Form action={submit}>
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <TextAreaField
        id={`${id}-reason`}
        name="reason"
        label={label}
        hint={hint}
        rows={3}
        optional={optional}
        error={error?.message}
        defaultValue={values.reason}
      />
      {isAsked(state, 'confirmed', 'personal-data-unconfirmed') ? (
        <CheckField
          id={`${id}-confirmed`}
          name="confirmed"
          label={t('writing.personalData.confirm')}
          defaultChecked={values.confirmed === 'on'}
        />
      ) : null}
      {isAsked(state, 'widen', 'audience-wider') ? (
        <CheckField
          id={`${id}-widen`}
          name="widen"
          label={t('forum.moderation.widen')}
          defaultChecked={values.widen === 'on'}
        />
      ) : null}
      <div>
        <Button kind={kind} small>
          {button}
        </Button>
      </div>
    </Form>
  );
}

/** What was confirmed stays so while something else is wrong. */
function isAsked({ error, values }: FormState, name: string, reason: string): boolean {
  return error?.reason === reason || (error !== undefined && values[name] === 'on');
}

/** The state of one such form; `page` is where it is shown again without a script. */
export function useDeed(action: FormDeed, page: string) {
  const [state, submit] = useActionState(action, untouched, page);
  return { state, submit };
}
