// The registry of Italian communes: what each was called, which codes it had and in which province it lay, by date.
import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id } from './columns';

/** A commune keeps its key through all changes of name, code and province. */
export const commune = pgTable('commune', { id: id(), createdAt: createdAt() });

/** What held from a day to a day; `endedOn` is the first day on which it did not, null today. */
export const communeCode = pgTable(
  'commune_code',
  {
    id: id(),
    communeId: uuid('commune_id')
      .notNull()
      .references(() => commune.id),
    name: text('name').notNull(),
    /** Two letters, as on number plates. */
    province: text('province').notNull(),
    /** Six digits; null where only the tax office's list is known. */
    istatCode: text('istat_code'),
    /** A letter and three digits, as in a codice fiscale. */
    belfioreCode: text('belfiore_code').notNull(),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('commune_code_from').on(table.communeId, table.startedOn),
    index('commune_code_name').on(table.name),
    index('commune_code_belfiore').on(table.belfioreCode),
  ],
);
