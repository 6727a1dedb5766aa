// Files, stored once by their content.
import { bigint, char, index, integer, pgTable, text } from 'drizzle-orm/pg-core';
import { type FileTextState, fileTextStates } from '../words';
import { createdAt, oneOf } from './columns';

/** A content: key is the SHA-256 in lower-case hex, type is what the bytes are, never what a sender said. */
export const file = pgTable(
  'file',
  {
    sha256: char('sha256', { length: 64 }).primaryKey(),
    size: bigint('size', { mode: 'number' }).notNull(),
    mediaType: text('media_type').notNull(),
    pages: integer('pages'),
    /** Whether its words can be searched; null: not looked at yet. */
    textState: text('text_state').$type<FileTextState>(),
    createdAt: createdAt(),
  },
  (table) => [
    index('file_created').on(table.createdAt),
    oneOf('file_text_state', 'text_state', fileTextStates),
  ],
);
