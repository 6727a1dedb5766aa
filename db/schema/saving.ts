// Searches that persons keep, and what they were told of them.
import { index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, id, moment } from './columns';
import { digest } from './delivery';
import { post } from './forum';
import { person } from './people';

/** A question as the address bar says it, kept by a person under a name. */
export const savedSearch = pgTable(
  'saved_search',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    question: text('question').notNull(),
    name: text('name').notNull(),
    /** What comes in after this moment and matches is told by mail; null: nothing is. */
    mailSince: moment('mail_since'),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('saved_search_question').on(table.personId, table.question)],
);

/** A post that was told of a saved search, and in which digest: never again of the same search, unless that one was lost. */
export const savedSearchNews = pgTable(
  'saved_search_news',
  {
    searchId: uuid('search_id')
      .notNull()
      .references(() => savedSearch.id, { onDelete: 'cascade' }),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    digestId: uuid('digest_id')
      .notNull()
      .references(() => digest.id, { onDelete: 'cascade' }),
  },
  (table) => [
    primaryKey({ columns: [table.searchId, table.postId] }),
    index('saved_search_news_digest').on(table.digestId),
    index('saved_search_news_post').on(table.postId),
  ],
);
