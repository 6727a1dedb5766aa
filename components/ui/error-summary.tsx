// What is wrong with a form, on top of it, each line leading to its field.
import { useTranslations } from 'next-intl';
import { Alert } from './alert';

/** `field` is the id of the control; without one the line is text. */
export type FormError = { field?: string; text: string };

/** Nothing where nothing is wrong. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const t = useTranslations('bricks');
  if (errors.length === 0) return null;
  return (
    <Alert kind="bad" title={t('errorSummary', { count: errors.length })}>
      <ul>
        {errors.map(({ field, text }) => (
          <li key={`${field}-${text}`}>{field ? <a href={`#${field}`}>{text}</a> : text}</li>
        ))}
      </ul>
    </Alert>
  );
}
