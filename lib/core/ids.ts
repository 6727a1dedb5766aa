// Identifiers that sort by the time they were made (RFC 9562 UUIDv7), so that indexes grow at their end.
import { v7 } from 'uuid';

export function newId(): string {
  return v7();
}
