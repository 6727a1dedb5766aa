// What a form knows after it was sent: the error beside its field, and everything that was typed.

export type FormValues = Readonly<Record<string, string>>;

export type FormState = {
  /**
   * `field` is the name of the input at fault; `message` is already in the person's language; `reason` is the key it
   * was found by, for forms that ask something further.
   */
  readonly error?: { readonly field?: string; readonly message: string; readonly reason?: string };
  readonly done?: boolean;
  /** React empties a form after its action, so the form takes its defaults from here. */
  readonly values: FormValues;
};

/** An action that a form calls through `useActionState`. */
export type FormDeed = (state: FormState, form: FormData) => Promise<FormState>;

export const untouched: FormState = { values: {} };

/** The words beside one field, where the error is its own. */
export function errorBeside({ error }: FormState, field: string): string | undefined {
  return error?.field === field ? error.message : undefined;
}

/** The lines of the summary on top of a form. */
export function errorLines({ error }: FormState): { field?: string; text: string }[] {
  return error ? [{ field: error.field, text: error.message }] : [];
}
