// Every mail that came in, exactly as it came, and what became of it.
import { sql } from 'drizzle-orm';
import { char, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type MailOutcome, mailOutcomes } from '../words';
import { bytea, citext, createdAt, id, moment, oneOf } from './columns';
import { area, post } from './forum';

/**
 * A raw message. Readable by the secretariat alone: texts derived from it are masked, this is not.
 * `(messageId, bodyHash)` is its identity: the same id with another body is another mail (MAIL.md E37).
 */
export const mail = pgTable(
  'mail',
  {
    id: id(),
    messageId: text('message_id').notNull(),
    bodyHash: char('body_hash', { length: 64 }).notNull(),
    sender: citext('sender'),
    subject: text('subject').notNull().default(''),
    sentAt: moment('sent_at'),
    areaId: uuid('area_id').references(() => area.id),
    outcome: text('outcome').$type<MailOutcome>().notNull(),
    /** One of the named reasons of the mailing room, null when posted. */
    reason: text('reason'),
    postId: uuid('post_id').references(() => post.id, { onDelete: 'set null' }),
    size: integer('size').notNull(),
    raw: bytea('raw').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('mail_outcome', 'outcome', mailOutcomes),
    uniqueIndex('mail_identity').on(table.messageId, table.bodyHash),
    index('mail_post').on(table.postId),
    index('mail_held').on(table.createdAt).where(sql`${table.outcome} = 'held'`),
  ],
);
