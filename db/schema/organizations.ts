// Organisations of the network and who leads it from when.
import { sql } from 'drizzle-orm';
import { date, index, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { type NetworkStatus, networkStatuses, type OrganizationKind, organizationKinds } from '../words';
import { citext, createdAt, id, oneOf } from './columns';
import { commune } from './registry';

export const organization = pgTable(
  'organization',
  {
    id: id(),
    slug: citext('slug').notNull().unique(),
    name: text('name').notNull(),
    kind: text('kind').$type<OrganizationKind>().notNull(),
    status: text('status').$type<NetworkStatus>().notNull(),
    province: text('province'),
    istatCode: text('istat_code'),
    belfioreCode: text('belfiore_code'),
    website: text('website'),
    /** Mail domain of its people: what comes from it is no stranger's. */
    emailDomain: citext('email_domain'),
    joinedOn: date('joined_on'),
    /** The entry of the registry it is; none for whoever is no commune. */
    communeId: uuid('commune_id')
      .unique()
      .references(() => commune.id),
    createdAt: createdAt(),
  },
  (table) => [
    oneOf('organization_kind', 'kind', organizationKinds),
    oneOf('organization_status', 'status', networkStatuses),
    index('organization_email_domain').on(table.emailDomain),
  ],
);

/** The lead body as dated rows: past acts keep showing the former lead. `endedOn` is the first day without it. */
export const leadMandate = pgTable(
  'lead_mandate',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organization.id),
    startedOn: date('started_on').notNull(),
    endedOn: date('ended_on'),
    act: text('act'),
    createdAt: createdAt(),
  },
  (table) => [uniqueIndex('lead_mandate_open').on(sql`(true)`).where(sql`${table.endedOn} is null`)],
);
