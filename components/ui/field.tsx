// The controls of a form: one line, several lines, one of a list, yes or no, one of few.
import type { HTMLInputAutoCompleteAttribute, ReactNode, Ref } from 'react';
import type { FormAction } from './button';
import { controlAttributes, FieldFrame, FieldNotes, type FieldProps, OptionalMark } from './field-frame';

type FormProps = {
  action: FormAction;
  method?: 'get' | 'post';
  id?: string;
  /** As wide as a text is read. */
  wide?: boolean;
  /** For our own script, that keeps what is typed. */
  place?: Ref<HTMLFormElement>;
  onTyped?: () => void;
  children: ReactNode;
};

/** The browser's own bubbles are off: what is wrong is said beside the field, in the page's language. */
export function Form({ action, method, id, wide, place, onTyped, children }: FormProps) {
  return (
    <form
      action={action}
      method={method}
      id={id}
      ref={place}
      onInput={onTyped}
      className={wide ? 'rc-form rc-form-wide' : 'rc-form'}
      noValidate
    >
      {children}
    </form>
  );
}

type TextFieldProps = FieldProps & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'date' | 'number';
  defaultValue?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  maxLength?: number;
  /** Narrow where the answer is short. */
  short?: boolean;
};

/** One line; what was typed comes back as `defaultValue` after a refusal, so that nothing is lost. */
export function TextField({
  type = 'text',
  defaultValue,
  autoComplete,
  maxLength,
  short,
  ...field
}: TextFieldProps) {
  return (
    <FieldFrame field={field}>
      <input
        {...controlAttributes(field)}
        type={type}
        className={short ? 'rc-control rc-control-short' : 'rc-control'}
        defaultValue={defaultValue}
        autoComplete={autoComplete}
        maxLength={maxLength}
      />
    </FieldFrame>
  );
}

type TypedLineProps = {
  id: string;
  label: string;
  hint?: string;
  error?: string;
  value: string;
  onChange: (value: string) => void;
  onEnter: () => void;
  onEscape: () => void;
};

/** One line for our own script, no part of the form around it: Enter and Escape are its own. */
export function TypedLine({ id, label, hint, error, value, onChange, onEnter, onEscape }: TypedLineProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  const keys: Record<string, () => void> = { Enter: onEnter, Escape: onEscape };
  return (
    <div className={error ? 'rc-field rc-field-wrong' : 'rc-field'}>
      <label htmlFor={id}>{label}</label>
      <FieldNotes id={id} hint={hint} error={error} />
      <input
        id={id}
        type="text"
        className="rc-control rc-control-short"
        value={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={described || undefined}
        ref={takeFocus}
        onChange={(event) => onChange(event.currentTarget.value)}
        onKeyDown={(event) => {
          const act = keys[event.key];
          if (!act) return;
          event.preventDefault();
          act();
        }}
      />
    </div>
  );
}

/** The same function each time: once, when the line comes. */
function takeFocus(input: HTMLInputElement | null): void {
  input?.focus();
}

type TextAreaFieldProps = FieldProps & { defaultValue?: string; rows?: number; maxLength?: number };

/** Several lines; `rows` is the height before it is dragged. */
export function TextAreaField({ defaultValue, rows = 6, maxLength, ...field }: TextAreaFieldProps) {
  return (
    <FieldFrame field={field}>
      <textarea
        {...controlAttributes(field)}
        className="rc-control"
        rows={rows}
        defaultValue={defaultValue}
        maxLength={maxLength}
      />
    </FieldFrame>
  );
}

export type Choice = { value: string; label: string; hint?: string };

type ChoiceProps = FieldProps & { choices: readonly Choice[]; defaultValue?: string };

/** One of a list; give a first choice with an empty value where nothing is chosen yet. */
export function SelectField({ choices, defaultValue, ...field }: ChoiceProps) {
  return (
    <FieldFrame field={field}>
      <select {...controlAttributes(field)} className="rc-control" defaultValue={defaultValue}>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}

type CheckFieldProps = FieldProps & { defaultChecked?: boolean; value?: string };

/** Yes or no; the label says what yes means. */
export function CheckField({ defaultChecked, value = 'on', ...field }: CheckFieldProps) {
  const control = controlAttributes({ ...field, optional: true });
  return (
    <div className={field.error ? 'rc-field rc-field-wrong' : 'rc-field'}>
      <div className="rc-check">
        <input {...control} type="checkbox" value={value} defaultChecked={defaultChecked} />
        <div>
          <label htmlFor={control.id}>{field.label}</label>
          <FieldNotes id={control.id} hint={field.hint} error={field.error} />
        </div>
      </div>
    </div>
  );
}

type FieldGroupProps = { id: string; label: string; hint?: string; error?: string; children: ReactNode };

/** Several controls that answer one question together, as boxes to tick. */
export function FieldGroup({ id, label, hint, error, children }: FieldGroupProps) {
  const described = [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ');
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={error ? 'rc-field rc-field-wrong' : 'rc-field'}
      aria-describedby={described || undefined}
    >
      <legend>{label}</legend>
      <FieldNotes id={id} hint={hint} error={error} />
      {children}
    </fieldset>
  );
}

/** One of few, all of them in sight; each may carry a hint of its own. */
export function RadioField({ choices, defaultValue, ...field }: ChoiceProps) {
  const { id, name, required, ...described } = controlAttributes(field);
  return (
    <fieldset
      id={id}
      className={field.error ? 'rc-field rc-field-wrong' : 'rc-field'}
      aria-describedby={described['aria-describedby']}
    >
      <legend>
        {field.label}
        <OptionalMark optional={field.optional} />
      </legend>
      <FieldNotes id={id} hint={field.hint} error={field.error} />
      {choices.map(({ value, label, hint }) => (
        <div className="rc-check" key={value}>
          <input
            type="radio"
            id={`${id}-${value}`}
            name={name}
            value={value}
            required={required}
            defaultChecked={value === defaultValue}
            aria-describedby={hint ? `${id}-${value}-hint` : undefined}
          />
          <div>
            <label htmlFor={`${id}-${value}`}>{label}</label>
            <FieldNotes id={`${id}-${value}`} hint={hint} />
          </div>
        </div>
      ))}
    </fieldset>
  );
}
