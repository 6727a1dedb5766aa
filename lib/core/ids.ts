// Identifiers that sort by the time they were made (RFC 9562 UUIDv7), so that indexes grow at their end.
import { v7 } from 'uuid';

/** Known before the row is written, and unguessable. */
export function newId(): string {
  return v7();
}

/** Whether a text from outside may be asked of a uuid column: anything else would be a fault of the database. */
export function isId(value: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(value);
}
