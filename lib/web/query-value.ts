// What a page's address says: one value per name, however often it is written.

/** A page's `searchParams`. */
export type PageQuery = Promise<Record<string, string | string[] | undefined>>;

/** @returns the first value, an empty text where there is none */
export function queryValue(value: string | string[] | undefined): string {
  return (Array.isArray(value) ? value[0] : value) ?? '';
}
