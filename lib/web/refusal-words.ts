// The words of a reason that came back in an address.
import { getTranslations } from 'next-intl/server';

/** @returns null for no reason; a key nobody knows says that something is not valid */
export async function refusalWords(reason: string): Promise<string | null> {
  if (reason === '') return null;
  const t = await getTranslations('refusals');
  type Key = Exclude<Parameters<typeof t.has>[0], 'unexpected'>;
  return reason !== 'unexpected' && t.has(reason as Key) ? t(reason as Key) : t('invalid');
}
