// What was done, by whom, for whom: append-only rows, sealed later into a hash chain.
import { bigint, char, index, jsonb, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt } from './columns';
import { organization } from './organizations';
import { person } from './people';

/** Rows are written unsealed inside the deed's transaction; a job seals them in order (a chain inside deeds would
 * serialise every commit). `seal` is SHA-256 of the previous seal and this row. */
export const auditEntry = pgTable(
  'audit_entry',
  {
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    act: text('act').notNull(),
    personId: uuid('person_id').references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    /** `command-line`, `worker` … where no person acted. */
    system: text('system'),
    subject: text('subject'),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    seal: char('seal', { length: 64 }),
    createdAt: createdAt(),
  },
  (table) => [index('audit_subject').on(table.subject), index('audit_unsealed').on(table.seal)],
);
