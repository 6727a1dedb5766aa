// Tells a row the database refuses from a database that does not answer: the first is passed over, the second ends the work.

/** SQLSTATE classes: data exception, integrity, limit of the program (an index entry or a text search too large). */
const rowFault = /^(?:22|23|54)[0-9A-Z]{3}$/;

export function isRowFault(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = 'code' in error ? error.code : undefined;
  return (typeof code === 'string' && rowFault.test(code)) || isRowFault(error.cause);
}
