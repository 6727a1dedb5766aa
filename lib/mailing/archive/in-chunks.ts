// Parts a long list for queries that name each of its items.

const perQuery = 2_000;

/** PostgreSQL takes 65,535 parameters a query at most. */
export function inChunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / perQuery);
  return Array.from({ length: count }, (_, index) => items.slice(index * perQuery, (index + 1) * perQuery));
}
