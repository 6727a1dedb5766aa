// Persons, the addresses they write from, and the seats they hold.
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type AddressKind,
  addressKinds,
  type Locale,
  locales,
  type OrganizationKind,
  organizationKinds,
  type Role,
  roles,
} from '../words';
import { citext, createdAt, id, moment, oneOf } from './columns';
import { organization } from './organizations';

/**
 * Someone who writes or reads. `hasAccount` is false for a former writer known only from an archive.
 * `email`, `emailVerified` and `image` are named as the Auth.js adapter wants them.
 */
export const person = pgTable(
  'person',
  {
    id: id(),
    name: text('name').notNull(),
    email: citext('email').unique(),
    emailVerified: moment('email_verified'),
    image: text('image'),
    hasAccount: boolean('has_account').notNull().default(false),
    phone: text('phone'),
    signature: text('signature'),
    locale: text('locale').$type<Locale>(),
    /** Shown beside the name until the end of its day. */
    holidayNote: text('holiday_note'),
    holidayUntil: date('holiday_until'),
    /** Single-key shortcuts, off by default (WCAG 2.1.4). */
    shortcuts: boolean('shortcuts').notNull().default(false),
    /** Wants own posts back by mail (MAIL.md E69). */
    ownCopies: boolean('own_copies').notNull().default(false),
    /** Wants a copy also of a mail that was addressed to them besides the list (MAIL.md E69). */
    secondCopies: boolean('second_copies').notNull().default(false),
    /** Not a person but the office of this organisation: signs what comes from its shared mailbox. */
    officeOfId: uuid('office_of_id')
      .unique()
      .references(() => organization.id),
    createdAt: createdAt(),
  },
  () => [oneOf('person_locale', 'locale', locales)],
);

/** Every address a person or an office writes from. Office and PEC addresses never sign in. */
export const address = pgTable(
  'address',
  {
    email: citext('email').primaryKey(),
    kind: text('kind').$type<AddressKind>().notNull(),
    personId: uuid('person_id').references(() => person.id),
    organizationId: uuid('organization_id').references(() => organization.id),
    verifiedAt: moment('verified_at'),
    createdAt: createdAt(),
  },
  (table) => [oneOf('address_kind', 'kind', addressKinds), index('address_person').on(table.personId)],
);

/** A person acts for an organisation with a role, from a day to a day; never deleted, so old posts stay signed. */
export const seat = pgTable(
  'seat',
  {
    id: id(),
    personId: uuid('person_id')
      .notNull()
      .references(() => person.id),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    role: text('role').$type<Role>().notNull(),
    startedAt: moment('started_at').notNull().defaultNow(),
    endedAt: moment('ended_at'),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('seat_role', 'role', roles),
    uniqueIndex('seat_open')
      .on(table.personId, table.organizationId, table.role)
      .where(sql`${table.endedAt} is null`),
    index('seat_organization').on(table.organizationId),
  ],
);

/**
 * How a seat was offered. Until it is accepted the seat itself ends when the invitation does, so that nothing else has to
 * ask; accepting takes that end away.
 */
export const invitation = pgTable(
  'invitation',
  {
    id: id(),
    seatId: uuid('seat_id')
      .notNull()
      .unique()
      .references(() => seat.id),
    /** Null where the command line invited. */
    invitedById: uuid('invited_by_id').references(() => person.id),
    sentAt: moment('sent_at').notNull(),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
  },
  (table) => [index('invitation_expires').on(table.expiresAt)],
);

/** How many may hold a role at one organisation of a kind at once; kept by the database itself (`check_seat_limit`). */
export const seatLimit = pgTable(
  'seat_limit',
  {
    kind: text('kind').$type<OrganizationKind>().notNull(),
    role: text('role').$type<Role>().notNull(),
    most: integer('most').notNull(),
    createdAt: createdAt(),
  },
  (table) => [
    primaryKey({ columns: [table.kind, table.role] }),
    oneOf('seat_limit_kind', 'kind', organizationKinds),
    oneOf('seat_limit_role', 'role', roles),
  ],
);
