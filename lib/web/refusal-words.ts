// The words of a reason that came back in an address.
import { getTranslations } from 'next-intl/server';

/** Sentences with room for what only the refusal itself knows: they are said by forms. */
const withRoom = ['unexpected', 'seats-full'] as const;

/** @returns null for no reason; a key nobody knows says that something is not valid */
export async function refusalWords(reason: string): Promise<string | null> {
  if (reason === '') return null;
  const t = await getTranslations('refusals');
  type Key = Exclude<Parameters<typeof t.has>[0], (typeof withRoom)[number]>;
  const isWhole = !withRoom.some((one) => one === reason);
  return isWhole && t.has(reason as Key) ? t(reason as Key) : t('invalid');
}
