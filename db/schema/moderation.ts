// What is done to posts and threads after they are written: versions, removals, events, thanks, follows, reports.
import { sql } from 'drizzle-orm';
import {
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
  type FollowState,
  followStates,
  type RemovalKind,
  type ReportDecision,
  removalKinds,
  reportDecisions,
  type ThreadEventKind,
  threadEventKinds,
} from '../words';
import { createdAt, id, moment, oneOf } from './columns';
import { post, thread } from './forum';
import { organization } from './organizations';
import { person } from './people';

/**
 * Every version of a post that was ever edited, the first and the present one included; a post without rows here
 * has had one version only. The row of the present version repeats what `post` says.
 */
export const postRevision = pgTable(
  'post_revision',
  {
    id: id(),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    /** 1, 2, 3 … within the post, the present one equal to `post.revision`. */
    number: integer('number').notNull(),
    body: jsonb('body').notNull(),
    html: text('html').notNull(),
    text: text('text').notNull(),
    masked: integer('masked').notNull().default(0),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    writtenAt: moment('written_at').notNull(),
  },
  (table) => [unique('post_revision_number').on(table.postId, table.number)],
);

/** A post that does not show, until somebody lifts it; at most one removal stands at a time. */
export const postRemoval = pgTable(
  'post_removal',
  {
    id: id(),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<RemovalKind>().notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    reason: text('reason').notNull().default(''),
    removedAt: moment('removed_at').notNull(),
    liftedAt: moment('lifted_at'),
    liftedById: uuid('lifted_by_id').references(() => person.id),
    liftedReason: text('lifted_reason'),
  },
  (table) => [
    oneOf('post_removal_kind', 'kind', removalKinds),
    uniqueIndex('post_removal_standing').on(table.postId).where(sql`${table.liftedAt} is null`),
  ],
);

/** Shown in the thread after post `afterNumber`. `detail` holds ids, and for `rename` the two titles. */
export const threadEvent = pgTable(
  'thread_event',
  {
    id: id(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<ThreadEventKind>().notNull(),
    afterNumber: integer('after_number').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    reason: text('reason').notNull().default(''),
    detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
    happenedAt: moment('happened_at').notNull(),
  },
  (table) => [
    oneOf('thread_event_kind', 'kind', threadEventKinds),
    index('thread_event_thread').on(table.threadId, table.happenedAt),
  ],
);

/** The one reaction there is: this helped me. */
export const thank = pgTable(
  'thank',
  {
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    createdAt: createdAt(),
  },
  (table) => [primaryKey({ columns: [table.postId, table.personId] })],
);

/** One thread followed beyond its area, or silenced within it. */
export const threadFollow = pgTable(
  'thread_follow',
  {
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    state: text('state').$type<FollowState>().notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.personId, table.threadId] }),
    oneOf('thread_follow_state', 'state', followStates),
    index('thread_follow_thread').on(table.threadId),
  ],
);

/** "Segnala": somebody asks the secretariat to look at a post. */
export const report = pgTable(
  'report',
  {
    id: id(),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    reason: text('reason').notNull(),
    reportedAt: moment('reported_at').notNull(),
    closedAt: moment('closed_at'),
    closedById: uuid('closed_by_id').references(() => person.id),
    decision: text('decision').$type<ReportDecision>(),
    note: text('note'),
  },
  (table) => [
    oneOf('report_decision', 'decision', reportDecisions),
    uniqueIndex('report_open').on(table.postId, table.personId).where(sql`${table.closedAt} is null`),
    index('report_reported').on(table.reportedAt),
  ],
);
