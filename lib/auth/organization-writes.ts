// Whether people write for their organisation now, as SQL: one that is suspended or has left only reads.
import { type SQL, sql } from 'drizzle-orm';
import { organization } from '@/db/schema';

/** A column of a statement that reads `organization`. */
export function organizationWrites(): SQL<boolean> {
  return sql<boolean>`${organization.status} not in ('suspended', 'former')`;
}
