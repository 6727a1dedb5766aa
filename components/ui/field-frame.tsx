// What every field has around its control: label above, hint and error below the label and tied to the control.
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Icon } from './icon';

export type FieldProps = {
  name: string;
  label: string;
  /** Left out, the name serves; needed where a name stands twice on a page. */
  id?: string;
  hint?: string;
  /** In plain words, with how to mend. */
  error?: string;
  /** Fields are asked for unless marked: an optional one says so beside its label. */
  optional?: boolean;
};

/** What a control must carry to belong to its label, hint and error. */
export function controlAttributes({ name, id = name, hint, error, optional }: FieldProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return {
    id,
    name,
    required: !optional,
    'aria-invalid': error ? (true as const) : undefined,
    'aria-describedby': described || undefined,
  };
}

/** Hint and error, with the ids that `controlAttributes` refers to. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: string; error?: string }) {
  const t = useTranslations('bricks.field');
  return (
    <>
      {hint ? (
        <p className="rc-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className="rc-error" id={`${id}-error`}>
          <Icon name="alert" label={t('error')} />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

/** The word beside the label of a field that may stay empty. */
export function OptionalMark({ optional }: { optional?: boolean }) {
  const t = useTranslations('bricks.field');
  return optional ? <span className="rc-optional"> ({t('optional')})</span> : null;
}

/** Label, notes, then the control given as children. */
export function FieldFrame({ field, children }: { field: FieldProps; children: ReactNode }) {
  const id = field.id ?? field.name;
  return (
    <div className={field.error ? 'rc-field rc-field-wrong' : 'rc-field'}>
      <label htmlFor={id}>
        {field.label}
        <OptionalMark optional={field.optional} />
      </label>
      <FieldNotes id={id} hint={field.hint} error={field.error} />
      {children}
    </div>
  );
}
