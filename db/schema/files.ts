// Files, stored once by their content.
import { bigint, char, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { createdAt } from './columns';

/** A content: key is the SHA-256 in lower-case hex, type is what the bytes are, never what a sender said. */
export const file = pgTable(
  'file',
  {
    sha256: char('sha256', { length: 64 }).primaryKey(),
    size: bigint('size', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    pages: integer('pages'),
    createdAt: createdAt(),
  },
  (table) => [index('file_created').on(table.createdAt)],
);
