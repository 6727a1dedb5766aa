// Copies for persons: who gets what by mail, where each copy stands, what came back for it.
import { sql } from 'drizzle-orm';
import { date, index, integer, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import {
  type BounceKind,
  bounceKinds,
  type DeliveryState,
  type DigestRhythm,
  deliveryStates,
  digestRhythms,
} from '../words';
import { bytea, citext, createdAt, id, moment, oneOf } from './columns';
import { post } from './forum';
import { mail, providerEvent } from './mail';
import { person } from './people';

/** One digest for one person and day; it holds what came after `since` and up to `until`. */
export const digest = pgTable(
  'digest',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    rhythm: text('rhythm').$type<DigestRhythm>().notNull(),
    day: date('day').notNull(),
    since: moment('since').notNull(),
    until: moment('until').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('digest_rhythm', 'rhythm', digestRhythms),
    uniqueIndex('digest_day').on(table.personId, table.rhythm, table.day),
  ],
);

/**
 * Copies handed to the provider in one call. The payload is frozen: under one idempotency key it must stay the same
 * however often it is sent (MAIL.md E67); it is emptied once accepted.
 */
export const deliveryBatch = pgTable('delivery_batch', {
  id: id(),
  payload: bytea('payload'),
  createdAt: createdAt(),
  sentAt: moment('sent_at'),
});

/**
 * A copy of a post, or a digest, for one person: exactly one however many areas or roles lead to it. Its id is what the
 * signed addresses of the copy hold.
 */
export const delivery = pgTable(
  'delivery',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    email: citext('email').notNull(),
    postId: uuid('post_id').references(() => post.id, { onDelete: 'cascade' }),
    digestId: uuid('digest_id').references(() => digest.id, { onDelete: 'cascade' }),
    state: text('state').$type<DeliveryState>().notNull().default('waiting'),
    attempts: integer('attempts').notNull().default(0),
    /** How often it was sent again because nobody could know whether the copy before was accepted. */
    repeats: integer('repeats').notNull().default(0),
    batchId: uuid('batch_id').references(() => deliveryBatch.id),
    /** The provider's id of the copy, and the Message-ID it gave it (MAIL.md §3: local part only). */
    providerId: text('provider_id'),
    providerMessageId: text('provider_message_id'),
    /** What the other side said when it did not take it. */
    trouble: text('trouble'),
    sentAt: moment('sent_at'),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('delivery_state', 'state', deliveryStates),
    uniqueIndex('delivery_post_person')
      .on(table.postId, table.personId)
      .where(sql`${table.postId} is not null`),
    uniqueIndex('delivery_digest').on(table.digestId).where(sql`${table.digestId} is not null`),
    index('delivery_open').on(table.postId).where(sql`${table.state} in ('waiting', 'sending')`),
    index('delivery_person').on(table.personId, table.createdAt),
    index('delivery_provider').on(table.providerId).where(sql`${table.providerId} is not null`),
    index('delivery_provider_message')
      .on(table.providerMessageId)
      .where(sql`${table.providerMessageId} is not null`),
  ],
);

/** A copy that came back, or a complaint about it. */
export const bounce = pgTable(
  'bounce',
  {
    id: id(),
    email: citext('email').notNull(),
    personId: uuid('person_id').references(() => person.id),
    deliveryId: uuid('delivery_id').references(() => delivery.id, { onDelete: 'set null' }),
    mailId: uuid('mail_id').references(() => mail.id, { onDelete: 'set null' }),
    eventId: text('event_id').references(() => providerEvent.id),
    kind: text('kind').$type<BounceKind>().notNull(),
    /** RFC 3463 status such as 5.1.1, where one was given. */
    status: text('status'),
    /** What the other side said, shortened. */
    diagnostic: text('diagnostic'),
    bouncedAt: moment('bounced_at').notNull(),
  },
  (table) => [
    oneOf('bounce_kind', 'kind', bounceKinds),
    index('bounce_email').on(table.email, table.bouncedAt),
    uniqueIndex('bounce_mail').on(table.mailId, table.email),
    uniqueIndex('bounce_event').on(table.eventId, table.email),
  ],
);

/** An address to which nothing is sent from a moment on, until somebody resumes it; at most one open row each. */
export const mailStop = pgTable(
  'mail_stop',
  {
    id: id(),
    email: citext('email').notNull(),
    personId: uuid('person_id').references(() => person.id),
    bounceId: uuid('bounce_id').references(() => bounce.id),
    kind: text('kind').$type<BounceKind>().notNull(),
    stoppedAt: moment('stopped_at').notNull(),
    resumedAt: moment('resumed_at'),
    /** Who resumed it; null with `resumedAt`: the provider did. */
    resumedById: uuid('resumed_by_id').references(() => person.id),
  },
  (table) => [
    oneOf('mail_stop_kind', 'kind', bounceKinds),
    uniqueIndex('mail_stop_open').on(table.email).where(sql`${table.resumedAt} is null`),
    index('mail_stop_person').on(table.personId),
  ],
);
