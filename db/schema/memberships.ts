// Adhesions: the agreement, applications, acts with their files, and the history of each organisation, one row per step.
import { sql } from 'drizzle-orm';
import {
  boolean,
  date,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import {
  type ApplicationPurpose,
  applicationPurposes,
  type MembershipDeed,
  type MembershipState,
  membershipDeeds,
  membershipStates,
  type Organ,
  type OrganizationKind,
  organizationKinds,
  organs,
  type SignatureFormat,
  signatureFormats,
} from '../words';
import { citext, createdAt, id, moment, oneOf } from './columns';
import { file } from './files';
import { organization } from './organizations';
import { person } from './people';
import { commune } from './registry';

/** The pact members approve (protocollo d'intesa). `endedOn` is its last day; `noticeDays` runs before a withdrawal. */
export const agreement = pgTable('agreement', {
  id: id(),
  title: text('title').notNull(),
  startedOn: date('started_on').notNull(),
  endedOn: date('ended_on'),
  noticeDays: integer('notice_days').notNull().default(90),
  createdAt: createdAt(),
});

/**
 * An organisation on its way in or out, from its first word to the decision. `tokenHash` is the SHA-256 of the word in the
 * link by which an applicant goes on; a member needs none. `act` is what was typed of the act, as it was typed.
 */
export const application = pgTable(
  'application',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    purpose: text('purpose').$type<ApplicationPurpose>().notNull(),
    email: citext('email').notNull(),
    tokenHash: text('token_hash').unique(),
    contactName: text('contact_name'),
    contactOffice: text('contact_office'),
    contactPhone: text('contact_phone'),
    referentName: text('referent_name'),
    referentEmail: citext('referent_email'),
    referentPhone: text('referent_phone'),
    organ: text('organ').$type<Organ>(),
    act: jsonb('act').$type<Record<string, string>>().notNull().default({}),
    /** The act, once what was typed of it holds. */
    resolutionId: uuid('resolution_id').references(() => resolution.id),
    openedAt: moment('opened_at').notNull(),
    changedAt: moment('changed_at').notNull(),
    sentAt: moment('sent_at'),
    closedAt: moment('closed_at'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('application_open').on(table.organizationId).where(sql`${table.closedAt} is null`),
    oneOf('application_organ', 'organ', organs),
    oneOf('application_purpose', 'purpose', applicationPurposes),
  ],
);

/**
 * An act by which an organisation joins, renews or leaves. Days are those of the act; `enforceableOn` is what a person
 * confirmed, never computed alone (DOMAIN.md §3).
 */
export const resolution = pgTable(
  'resolution',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    organ: text('organ').$type<Organ>().notNull(),
    number: text('number').notNull(),
    year: integer('year').notNull(),
    sessionOn: date('session_on').notNull(),
    subject: text('subject').notNull(),
    immediate: boolean('immediate').notNull(),
    publishedFrom: date('published_from'),
    publishedTo: date('published_to'),
    enforceableOn: date('enforceable_on'),
    protocolNumber: text('protocol_number'),
    protocolOn: date('protocol_on'),
    registerUrl: text('register_url'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('resolution_act').on(table.organizationId, table.organ, table.year, table.number),
    oneOf('resolution_organ', 'organ', organs),
  ],
);

/** A file of an act as it was deposited, byte for byte; a later one completes it and takes none away. */
export const resolutionFile = pgTable(
  'resolution_file',
  {
    id: id(),
    resolutionId: uuid('resolution_id')
      .notNull()
      .references(() => resolution.id),
    number: integer('number').notNull(),
    sha256: text('sha256')
      .notNull()
      .references(() => file.sha256),
    name: text('name').notNull(),
    signature: text('signature').$type<SignatureFormat>().notNull(),
    /** As the depositor says; no signature is verified. */
    declaredSigner: text('declared_signer'),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('resolution_file_number').on(table.resolutionId, table.number),
    oneOf('resolution_file_signature', 'signature', signatureFormats),
  ],
);

/**
 * One step in the history of an adhesion. Numbers run without a gap from 1 in each organisation, so that of two steps taken
 * at once one wins; days never run back. Nothing is ever changed or deleted.
 */
export const membershipStep = pgTable(
  'membership_step',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    number: integer('number').notNull(),
    deed: text('deed').$type<MembershipDeed>().notNull(),
    state: text('state').$type<MembershipState>().notNull(),
    /** The day from which it holds, in Italy. */
    takenOn: date('taken_on').notNull(),
    takenAt: moment('taken_at').notNull(),
    applicationId: uuid('application_id').references(() => application.id),
    resolutionId: uuid('resolution_id').references(() => resolution.id),
    personId: uuid('person_id').references(() => person.id),
    actingForId: uuid('acting_for_id').references(() => organization.id),
    /** Why, as the other side reads it. */
    reason: text('reason'),
    /** By when an answer is wanted, or on which day a withdrawal takes effect. */
    termOn: date('term_on'),
    intoId: uuid('into_id').references(() => organization.id),
    createdAt: createdAt(),
  },
  (table) => [
    uniqueIndex('membership_step_number').on(table.organizationId, table.number),
    index('membership_step_day').on(table.takenOn),
    oneOf('membership_step_deed', 'deed', membershipDeeds),
    oneOf('membership_step_state', 'state', membershipStates),
  ],
);

/** Which reminder of a term went out, so that each goes once. `days`: working days after the term, below 0 before it. */
export const membershipReminder = pgTable(
  'membership_reminder',
  {
    stepId: uuid('step_id')
      .notNull()
      .references(() => membershipStep.id),
    days: integer('days').notNull(),
    sentAt: moment('sent_at').notNull(),
  },
  (table) => [primaryKey({ columns: [table.stepId, table.days] })],
);

/** Somebody who wants to know more, written once the address was confirmed. */
export const interest = pgTable(
  'interest',
  {
    id: id(),
    kind: text('kind').$type<OrganizationKind>().notNull(),
    name: text('name').notNull(),
    communeId: uuid('commune_id').references(() => commune.id),
    email: citext('email').notNull(),
    contactName: text('contact_name').notNull(),
    message: text('message').notNull(),
    /** The SHA-256 of the confirmed link: confirming twice writes once. */
    linkHash: text('link_hash').notNull().unique(),
    confirmedAt: moment('confirmed_at').notNull(),
    handledAt: moment('handled_at'),
    handledById: uuid('handled_by_id').references(() => person.id),
    createdAt: createdAt(),
  },
  () => [oneOf('interest_kind', 'kind', organizationKinds)],
);
