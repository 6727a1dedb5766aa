// The forum grown old: posts and threads that went elsewhere, tags that mean others, feeds, the weekly list.
import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { citext, createdAt, id, moment } from './columns';
import { post, thread } from './forum';
import { organization } from './organizations';
import { person, seat } from './people';

/**
 * A number that is a permalink and whose post went elsewhere: it leads to wherever the post stands now, so that a post
 * moved twice needs no chain. The number is never given again.
 */
export const postMove = pgTable(
  'post_move',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    number: integer('number').notNull(),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    reason: text('reason').notNull(),
    movedAt: moment('moved_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.number] }),
    index('post_move_post').on(table.postId),
  ],
);

/** A thread all of whose posts were appended to another: it stands in no area any more, and its address leads there. */
export const threadMerge = pgTable(
  'thread_merge',
  {
    threadId: uuid('thread_id')
      .primaryKey()
      .references(() => thread.id, { onDelete: 'cascade' }),
    intoId: uuid('into_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    reason: text('reason').notNull(),
    mergedAt: moment('merged_at').notNull(),
  },
  (table) => [index('thread_merge_into').on(table.intoId)],
);

/** Another word for a tag: whoever files or looks under it means the tag. A tag that has synonyms is no synonym itself. */
export const tagSynonym = pgTable(
  'tag_synonym',
  {
    synonym: citext('synonym').primaryKey(),
    tag: citext('tag').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (table) => [index('tag_synonym_tag').on(table.tag)],
);

/** The word with which a feed program reads in a person's place; only its hash is here. At most one is open. */
export const feedToken = pgTable(
  'feed_token',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    /** For whom the person reads: rights never add up across seats. */
    seatId: uuid('seat_id')
      .notNull()
      .references(() => seat.id),
    hash: text('hash').notNull().unique(),
    createdAt: createdAt(),
    revokedAt: moment('revoked_at'),
  },
  (table) => [uniqueIndex('feed_token_open').on(table.personId).where(sql`${table.revokedAt} is null`)],
);

/** The weeks for which coordinators were told what waits for an answer: one row each, so that it goes out once. */
export const unansweredWeek = pgTable('unanswered_week', {
  /** Its Monday, in Rome. */
  week: date('week').primaryKey(),
  letters: integer('letters').notNull(),
  createdAt: createdAt(),
});
