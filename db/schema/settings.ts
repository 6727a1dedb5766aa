// Facts about this installation that the database itself must remember.
import { jsonb, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from './columns';

export const setting = pgTable('setting', {
  key: text('key').primaryKey(),
  value: jsonb('value').notNull(),
  createdAt: createdAt(),
});
