// What can be found: one row a document, fed to the search server, searched here where there is none.
import { type SQL, sql } from 'drizzle-orm';
import {
  bigint,
  bigserial,
  boolean,
  char,
  index,
  integer,
  pgTable,
  primaryKey,
  smallint,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, moment, tsvector } from './columns';
import { file } from './files';
import { person } from './people';

/**
 * A document: a post, a part of an attachment's text, an organisation, a person. Documents of one `group` are one hit,
 * `subject` is what a hit leads to. `readers` are keys of whom it may be shown to; a searcher holds some of them.
 * `stems` has a line for each field: title, text, tags, names, files. `words` has two: the title, where
 * the document speaks for its whole group, and the text, word by word as they stand, for phrases and suggestions.
 * A tsvector holds a megabyte at most, so that only the beginning of a text without end is searched.
 */
export const searchDocument = pgTable(
  'search_document',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    groupId: uuid('group_id').notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Grows with every change of any document. */
    version: bigserial('version', { mode: 'number' }).notNull(),
    /** SHA-256 of the content: what did not change is not written again. */
    digest: char('digest', { length: 64 }).notNull(),
    title: text('title').notNull(),
    stems: text('stems').notNull(),
    words: text('words').notNull(),
    readers: text('readers').array().notNull(),
    areas: text('areas').array().notNull().default([]),
    personId: uuid('person_id'),
    organization: text('organization'),
    year: smallint('year'),
    answered: boolean('answered'),
    at: moment('at').notNull(),
    stemVector: tsvector('stem_vector')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`to_tsvector('simple', left("search_document"."stems", 250000))`),
    wordVector: tsvector('word_vector')
      .notNull()
      .generatedAlwaysAs((): SQL => sql`to_tsvector('simple', left("search_document"."words", 250000))`),
    /** The title alone, for what is being typed. */
    nameVector: tsvector('name_vector')
      .notNull()
      .generatedAlwaysAs(
        (): SQL => sql`to_tsvector('simple', split_part("search_document"."words", chr(10), 1))`,
      ),
  },
  (table) => [
    index('search_document_group').on(table.groupId),
    index('search_document_subject').on(table.subjectId),
    index('search_document_at').on(table.at),
    index('search_document_stems').using('gin', table.stemVector),
    index('search_document_words').using('gin', table.wordVector),
    index('search_document_names').using('gin', table.nameVector),
  ],
);

/** Documents that changed and are not yet in the search server, by id; what has no document any more leaves it too. */
export const searchWaiting = pgTable('search_waiting', {
  documentId: text('document_id').primaryKey(),
  version: bigint('version', { mode: 'number' }).notNull(),
});

/**
 * How many documents hold a stem, counted from time to time: rare words weigh more, misspelt ones are found by
 * their neighbours here. The row of the empty word counts all documents.
 */
export const searchWord = pgTable(
  'search_word',
  { word: text('word').primaryKey(), documents: integer('documents').notNull() },
  (table) => [index('search_word_letters').using('gin', sql`${table.word} gin_trgm_ops`)],
);

/** Words of the trade that mean the same, acronyms above all: each row lists its forms. */
export const searchSynonym = pgTable('search_synonym', {
  id: text('id').primaryKey(),
  forms: text('forms').array().notNull(),
  createdAt: createdAt(),
});

/** The text of a file's content, once however often the file is attached, in parts of some pages. */
export const fileText = pgTable(
  'file_text',
  {
    sha256: char('sha256', { length: 64 })
      .notNull()
      .references(() => file.sha256, { onDelete: 'cascade' }),
    part: integer('part').notNull(),
    text: text('text').notNull(),
  },
  (table) => [primaryKey({ columns: [table.sha256, table.part] })],
);

/** What a person asked last, to ask it again: at most ten questions each, as they were typed. */
export const recentSearch = pgTable(
  'recent_search',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id, { onDelete: 'cascade' }),
    query: text('query').notNull(),
    searchedAt: moment('searched_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.query] })],
);
