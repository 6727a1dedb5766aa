// Parts a long list for queries that name each of its items.

const usual = 2_000;

/** PostgreSQL takes 65,535 parameters a query at most. */
export function inChunks<T>(items: readonly T[], size = usual): T[][] {
  const count = Math.ceil(items.length / size);
  return Array.from({ length: count }, (_, index) => items.slice(index * size, (index + 1) * size));
}
