// What is being written: kept on the server as one types, with its files, until it is sent or forgotten.
import { boolean, char, index, integer, jsonb, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type DraftKind, draftKinds } from '../words';
import { createdAt, id, moment, oneOf } from './columns';
import { file } from './files';
import { post, thread } from './forum';
import { person, seat } from './people';

/**
 * A draft. Its id is made by whoever begins to write and goes with the sending: what is sent twice under one id is
 * one post. Once sent it keeps `publishedAt` and the post for a day, so that a late second click finds them.
 */
export const draft = pgTable(
  'draft',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    seatId: uuid('seat_id')
      .notNull()
      .references(() => seat.id),
    kind: text('kind').$type<DraftKind>().notNull(),
    /** Where a reply goes. */
    threadId: uuid('thread_id').references(() => thread.id, { onDelete: 'set null' }),
    /** What a reply answers, or an edit changes. */
    postId: uuid('post_id').references(() => post.id, { onDelete: 'set null' }),
    /** The version of the post an edit began from. */
    baseRevision: integer('base_revision'),
    title: text('title').notNull().default(''),
    /** Slugs, the home area first. */
    areas: text('areas').array().notNull().default([]),
    tags: text('tags').array().notNull().default([]),
    isQuestion: boolean('is_question').notNull().default(false),
    body: jsonb('body').notNull(),
    updatedAt: moment('updated_at').notNull(),
    publishedAt: moment('published_at'),
    publishedPostId: uuid('published_post_id').references(() => post.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('draft_kind', 'kind', draftKinds),
    index('draft_person').on(table.personId, table.updatedAt),
    index('draft_updated').on(table.updatedAt),
    index('draft_published_post').on(table.publishedPostId),
  ],
);

/** A file of a draft; on publishing the attachment takes the same id, so that addresses in the text stay right. */
export const draftFile = pgTable(
  'draft_file',
  {
    id: id(),
    draftId: uuid('draft_id')
      .notNull()
      .references(() => draft.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    sha256: char('sha256', { length: 64 })
      .notNull()
      .references(() => file.sha256),
    name: text('name').notNull(),
    /** An image that stands inside the text, with its alternative text. */
    inline: boolean('inline').notNull().default(false),
    alt: text('alt'),
    createdAt: createdAt(),
  },
  (table) => [
    unique('draft_file_position').on(table.draftId, table.position),
    index('draft_file_content').on(table.sha256),
  ],
);
