// The size of a file as people say it.

const units = ['byte', 'kB', 'MB', 'GB'] as const;

/**
 * Decimal units (1 kB = 1,000 bytes), one digit after the comma below ten; number and unit never part.
 * @param bytes whole bytes
 */
export function fileSize(bytes: number, locale: string): string {
  const power = Math.min(units.length - 1, Math.floor(Math.log10(Math.max(bytes, 1)) / 3));
  const value = bytes / 1000 ** power;
  const digits = power > 0 && value < 10 ? 1 : 0;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)}\u00a0${units[power]}`;
}
