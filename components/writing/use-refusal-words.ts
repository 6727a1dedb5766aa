'use client';
// The words of a refusal that came as a key, as routes answer them.
import { useTranslations } from 'next-intl';

/** A key that has no words says that something is not valid. */
export function useRefusalWords(): (reason: string) => string {
  const t = useTranslations('refusals');
  type Key = Exclude<Parameters<typeof t.has>[0], 'unexpected'>;
  return (reason) => (reason !== 'unexpected' && t.has(reason as Key) ? t(reason as Key) : t('invalid'));
}
