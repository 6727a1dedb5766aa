// The forum: areas, threads that may stand in several of them, posts, files at posts, what each person has read.
import { sql } from 'drizzle-orm';
import {
  boolean,
  char,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type Audience,
  audiences,
  type MailChoice,
  mailChoices,
  type PostChannel,
  type PostingRule,
  postChannels,
  postingRules,
  type StrangerRule,
  strangerRules,
} from '../words';
import { citext, createdAt, id, moment, oneOf } from './columns';
import { file } from './files';
import { organization } from './organizations';
import { person } from './people';

export const area = pgTable(
  'area',
  {
    id: id(),
    slug: citext('slug').notNull().unique(),
    name: text('name').notNull(),
    description: text('description').notNull().default(''),
    postingAddress: citext('posting_address').notNull().unique(),
    /** RFC 2919 List-Id values of this area, today's and those of former list software. */
    listIds: text('list_ids').array().notNull().default([]),
    audience: text('audience').$type<Audience>().notNull(),
    postingRule: text('posting_rule').$type<PostingRule>().notNull(),
    /** What becomes of a mail of somebody nobody knows. */
    strangers: text('strangers').$type<StrangerRule>().notNull().default('refuse'),
    position: integer('position').notNull().default(0),
    createdAt: createdAt(),
  },
  () => [
    oneOf('area_audience', 'audience', audiences),
    oneOf('area_posting_rule', 'posting_rule', postingRules),
    oneOf('area_strangers', 'strangers', strangerRules),
  ],
);

/** The organisations admitted to an area whose audience is `chosen`. */
export const areaOrganization = pgTable(
  'area_organization',
  {
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
  },
  (table) => [primaryKey({ columns: [table.areaId, table.organizationId] })],
);

/** Who follows which area: what "Oggi" shows as new, and what comes by mail. */
export const areaFollow = pgTable(
  'area_follow',
  {
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    mail: text('mail').$type<MailChoice>().notNull().default('every'),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.areaId] }),
    oneOf('area_follow_mail', 'mail', mailChoices),
  ],
);

/** Who wants what by mail of the threads with a tag, whatever they want of its areas. */
export const tagFollow = pgTable(
  'tag_follow',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    tag: citext('tag').notNull(),
    mail: text('mail').$type<MailChoice>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.tag] }),
    index('tag_follow_tag').on(table.tag),
    oneOf('tag_follow_mail', 'mail', mailChoices),
  ],
);

/**
 * A thread. `number` is network-wide and final: it is the address. The last columns repeat what posts say, written
 * in the same transaction as the post, so that lists read one row a thread.
 */
export const thread = pgTable(
  'thread',
  {
    id: id(),
    number: integer('number').generatedAlwaysAsIdentity().unique(),
    homeAreaId: uuid('home_area_id')
      .notNull()
      .references(() => area.id),
    title: text('title').notNull(),
    /** Title without Re:, I:, [tag] … lower case: threading by subject compares this. */
    normalizedTitle: text('normalized_title').notNull(),
    slug: text('slug').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    /** Who may choose the answer in the author's place, since the author left; null: the author. */
    askerId: uuid('asker_id').references(() => person.id),
    solvedByPostId: uuid('solved_by_post_id'),
    isQuestion: boolean('is_question').notNull().default(false),
    /** Repeat the last event of their kind, written in the same transaction. */
    locked: boolean('locked').notNull().default(false),
    pinned: boolean('pinned').notNull().default(false),
    /** The last number given: posts that went elsewhere are counted. */
    postCount: integer('post_count').notNull().default(0),
    /** How many of these numbers lead elsewhere: rows of `post_move`. */
    movedCount: integer('moved_count').notNull().default(0),
    startedAt: moment('started_at').notNull(),
    lastPostAt: moment('last_post_at').notNull(),
    lastPosterId: uuid('last_poster_id').references(() => person.id),
    createdAt: createdAt(),
  },
  (table) => [
    index('thread_last_post').on(table.lastPostAt),
    index('thread_normalized_title').on(table.normalizedTitle),
    index('thread_author').on(table.authorId),
    index('thread_organization').on(table.organizationId, table.lastPostAt),
  ],
);

/** Every area a thread stands in, its home included: lists and audiences read only this table. */
export const threadArea = pgTable(
  'thread_area',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    areaId: uuid('area_id')
      .notNull()
      .references(() => area.id),
    /** Repeats the thread's, so that a list in its order reads one index. */
    pinned: boolean('pinned').notNull().default(false),
    lastPostAt: moment('last_post_at').notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.threadId, table.areaId] }),
    index('thread_area_recent').on(table.areaId, table.lastPostAt),
    index('thread_area_list').on(table.areaId, table.pinned, table.lastPostAt),
  ],
);

/**
 * A post. Its person *and* organisation are those of the time of writing and never change with seats.
 * `body` is the Tiptap document; `html` and `text` are made from it once, on writing.
 * `quotedHtml` is what a mail repeated below its own text, shown folded.
 */
export const post = pgTable(
  'post',
  {
    id: id(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the thread: final, part of the permalink. */
    number: integer('number').notNull(),
    authorId: uuid('author_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    channel: text('channel').$type<PostChannel>().notNull(),
    replyToId: uuid('reply_to_id'),
    messageId: text('message_id'),
    body: jsonb('body').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    quotedHtml: text('quoted_html'),
    /** How many personal data were masked on writing. */
    masked: integer('masked').notNull().default(0),
    /** The version shown: 1 until edited. Earlier ones are in `post_revision`. */
    revision: integer('revision').notNull().default(1),
    editedAt: moment('edited_at'),
    postedAt: moment('posted_at').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('post_channel', 'channel', postChannels),
    unique('post_number').on(table.threadId, table.number),
    uniqueIndex('post_message_id').on(table.messageId),
    index('post_author').on(table.authorId),
    index('post_organization').on(table.organizationId, table.threadId),
    index('post_posted').on(table.postedAt),
    index('post_answered').on(table.replyToId).where(sql`${table.replyToId} is not null`),
    index('post_mail_opening')
      .on(table.threadId)
      .where(sql`${table.number} = 1 and ${table.channel} = 'mail'`),
    foreignKey({ columns: [table.replyToId], foreignColumns: [table.id], name: 'post_reply_to' }),
  ],
);

export const attachment = pgTable(
  'attachment',
  {
    id: id(),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    position: integer('position').notNull(),
    sha256: char('sha256', { length: 64 })
      .notNull()
      .references(() => file.sha256),
    name: text('name').notNull(),
    /** An image that stood inside the text: kept and served, not counted among the files. */
    inline: boolean('inline').notNull().default(false),
    /** What an image shows, for who does not see it. */
    alt: text('alt'),
  },
  (table) => [unique('attachment_position').on(table.postId, table.position)],
);

export const threadTag = pgTable(
  'thread_tag',
  {
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    tag: citext('tag').notNull(),
  },
  (table) => [primaryKey({ columns: [table.threadId, table.tag] }), index('thread_tag_tag').on(table.tag)],
);

/** How far a person has read a thread: the number of the last post seen, 0 for none. */
export const threadRead = pgTable(
  'thread_read',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    lastNumber: integer('last_number').notNull(),
    /** Once marked unread by the person: counted as unread also where the thread is older than their account. */
    keptUnread: boolean('kept_unread').notNull().default(false),
    readAt: moment('read_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.personId, table.threadId] })],
);

/** Addresses of the former archive, so that links in old mails and acts still lead to the post. */
export const oldAddress = pgTable('old_address', {
  path: text('path').primaryKey(),
  messageId: text('message_id').notNull(),
  createdAt: createdAt(),
});
