// What a person is told in the page: one row per fact and person, read or not yet.
import { sql } from 'drizzle-orm';
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core';
import { type NotificationKind, notificationKinds } from '../words';
import { createdAt, id, moment, oneOf } from './columns';
import { post, thread } from './forum';
import { person } from './people';

/** `fact` names what happened, as `<fact>:<id>`: a reaction that runs twice writes one row. */
export const notification = pgTable(
  'notification',
  {
    id: id(),
    fact: text('fact').notNull(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    kind: text('kind').$type<NotificationKind>().notNull(),
    threadId: uuid('thread_id')
      .notNull()
      .references(() => thread.id, { onDelete: 'cascade' }),
    postId: uuid('post_id')
      .notNull()
      .references(() => post.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
    readAt: moment('read_at'),
  },
  (table) => [
    oneOf('notification_kind', 'kind', notificationKinds),
    unique('notification_fact').on(table.fact, table.personId),
    index('notification_person').on(table.personId, table.createdAt),
    index('notification_unread').on(table.personId).where(sql`${table.readAt} is null`),
    index('notification_post').on(table.postId),
    index('notification_thread').on(table.threadId),
  ],
);
