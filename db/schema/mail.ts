// Every mail that came in, exactly as it came, and what became of it.
import { sql } from 'drizzle-orm';
import { char, index, integer, jsonb, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  type MailDecisionKind,
  type MailDoor,
  type MailOutcome,
  mailDecisionKinds,
  mailDoors,
  mailOutcomes,
} from '../words';
import { bytea, citext, createdAt, id, moment, oneOf } from './columns';
import { area, post } from './forum';
import { person } from './people';

/**
 * A raw message. Readable by the secretariat alone: texts derived from it are masked, this is not.
 * `(messageId, bodyHash)` is its identity: the same id with another body is another mail (MAIL.md E37). A mail is stored
 * before it is read: until then, and for a duplicate for good, it has no `bodyHash`. One that was turned away yields
 * its own to the next of the same identity.
 */
export const mail = pgTable(
  'mail',
  {
    id: id(),
    messageId: text('message_id'),
    bodyHash: char('body_hash', { length: 64 }),
    door: text('door').$type<MailDoor>().notNull().default('import'),
    /** SMTP MAIL FROM; empty for the null path, null where no envelope is known. */
    envelopeFrom: text('envelope_from'),
    /** SMTP RCPT TO, or what the provider received it for. */
    envelopeTo: text('envelope_to').array().notNull().default([]),
    /** What the receiver saw and checked: remote address, HELO, SPF, DKIM, DMARC (MAIL.md E14). */
    authentication: jsonb('authentication'),
    /** The provider's id of a mail that came by webhook. */
    providerId: text('provider_id').unique(),
    sender: citext('sender'),
    subject: text('subject').notNull().default(''),
    sentAt: moment('sent_at'),
    areaId: uuid('area_id').references(() => area.id),
    outcome: text('outcome').$type<MailOutcome>().notNull(),
    /** One of the named reasons of the mailing room, null when posted. */
    reason: text('reason'),
    /** Why, in ids and words of closed lists: how its place was found, what was warned of. */
    detail: jsonb('detail').notNull().default({}),
    decidedAt: moment('decided_at'),
    postId: uuid('post_id').references(() => post.id, { onDelete: 'set null' }),
    size: integer('size').notNull(),
    raw: bytea('raw').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('mail_outcome', 'outcome', mailOutcomes),
    uniqueIndex('mail_identity').on(table.messageId, table.bodyHash),
    index('mail_post').on(table.postId),
    oneOf('mail_door', 'door', mailDoors),
    index('mail_held').on(table.createdAt).where(sql`${table.outcome} = 'held'`),
    index('mail_received').on(table.createdAt).where(sql`${table.outcome} = 'received'`),
    index('mail_created').on(table.createdAt),
    index('mail_sender').on(table.sender, table.createdAt),
    index('mail_message').on(table.messageId),
  ],
);

/** What a person decided about a mail: released a held one, refused it, had any looked at again. */
export const mailDecision = pgTable(
  'mail_decision',
  {
    id: id(),
    mailId: uuid('mail_id')
      .notNull()
      .references(() => mail.id, { onDelete: 'cascade' }),
    kind: text('kind').$type<MailDecisionKind>().notNull(),
    /** Null: the command line. */
    personId: uuid('person_id').references(() => person.id),
    reason: text('reason'),
    decidedAt: moment('decided_at').notNull(),
  },
  (table) => [
    oneOf('mail_decision_kind', 'kind', mailDecisionKinds),
    index('mail_decision_mail').on(table.mailId),
  ],
);

/** What we answered to a mail by ourselves: asked before the next one, so that no loop feeds itself (MAIL.md E16, E26). */
export const automaticAnswer = pgTable(
  'automatic_answer',
  {
    id: id(),
    email: citext('email').notNull(),
    reason: text('reason').notNull(),
    mailId: uuid('mail_id').references(() => mail.id, { onDelete: 'set null' }),
    answeredAt: moment('answered_at').notNull(),
  },
  (table) => [
    index('automatic_answer_email').on(table.email, table.answeredAt),
    uniqueIndex('automatic_answer_mail').on(table.mailId),
  ],
);

/** A message of the mail provider's webhook, once per its id, however often it is delivered (MAIL.md E02). */
export const providerEvent = pgTable(
  'provider_event',
  {
    id: text('id').primaryKey(),
    kind: text('kind').notNull(),
    payload: jsonb('payload').notNull(),
    createdAt: createdAt(),
    handledAt: moment('handled_at'),
  },
  (table) => [index('provider_event_open').on(table.createdAt).where(sql`${table.handledAt} is null`)],
);
