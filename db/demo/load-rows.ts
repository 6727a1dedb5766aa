// The demonstration world before its mails: organisations, people, seats, areas. Everyone in it is invented.
import type { Database } from '../client';
import { address, area, areaFollow, leadMandate, organization, person, seat } from '../schema';
import type { NetworkStatus, OrganizationKind, PostingRule, Role } from '../words';
import areas from './areas.json';
import { loadMemberships } from './load-memberships';
import organizations from './organizations.json';
import people from './people.json';

const lead = 'san-donato-milanese';
const leadSince = '2002-07-01';

type Person = Omit<(typeof people)[number], 'role'> & { role: Role };

const administrator: Person = {
  name: 'Adalgisa Tramontin',
  organization: lead,
  role: 'admin',
  email: 'adalgisa.tramontin@comune-sandonato.example',
  phone: '02 5555 0100',
  signature: 'Adalgisa Tramontin\nServizi informativi\nComune di San Donato Milanese',
  since: 2015,
};
const everyone: Person[] = [...(people as Person[]), administrator];

/** What was written before is the archive; what came after is new to everyone. */
const accountsSince = new Date('2026-09-01T06:00:00Z');

/** One person acts for two organisations, as happens where small communes share an office. */
const secondSeat = {
  email: 'graziella.ornaghi@comune-cinisello.example',
  organization: 'sedriano',
  since: 2024,
};

const officeMailbox = { email: 'stranieri@comune-sandonato.example', organization: lead };

const publicArea = {
  slug: 'novita',
  name: 'Novità',
  description: 'Le novità di legge e di prassi scelte dal Coordinamento, leggibili da tutti.',
  postingAddress: 'novita@liste.raccordo.example',
  postingRule: 'coordinators' as PostingRule,
  position: areas.length + 1,
  listIds: ['novita.liste.raccordo.example'],
  audience: 'public' as const,
};

/** Safe to call again: what is there stays as it is. */
export async function loadRows(db: Database): Promise<void> {
  await db.transaction(async (tx) => {
    const organizationIds = await loadOrganizations(tx);
    await loadPeople(tx, organizationIds);
    await loadMemberships(tx);
    await loadAreas(tx);
    await loadFollows(tx);
  });
}

type Ids = Map<string, string>;

async function loadOrganizations(tx: Database): Promise<Ids> {
  const rows = organizations.map((row) => ({
    ...row,
    kind: row.kind as OrganizationKind,
    status: row.status as NetworkStatus,
  }));
  await tx.insert(organization).values(rows).onConflictDoNothing();
  const stored = await tx.select({ id: organization.id, slug: organization.slug }).from(organization);
  const ids = new Map(stored.map(({ id, slug }) => [slug, id]));
  await tx
    .insert(leadMandate)
    .values({ organizationId: idIn(ids, lead), startedOn: leadSince, act: 'Atto istitutivo della rete' })
    .onConflictDoNothing();
  return ids;
}

async function loadPeople(tx: Database, organizationIds: Ids): Promise<void> {
  const rows = everyone.map(({ name, email, phone, signature, since }) => ({
    ...{ name, email, phone, signature },
    emailVerified: startOf(since),
    hasAccount: true,
    createdAt: accountsSince,
  }));
  await tx.insert(person).values(rows).onConflictDoNothing();
  const stored = await tx.select({ id: person.id, email: person.email }).from(person);
  const ids = new Map(stored.flatMap(({ id, email }) => (email ? [[email, id]] : [])));
  const addresses = everyone.map(({ email, since }) => ({
    ...{ email, kind: 'personal' as const, personId: idIn(ids, email) },
    verifiedAt: startOf(since),
  }));
  const office = {
    ...{ email: officeMailbox.email, kind: 'office' as const },
    organizationId: idIn(organizationIds, officeMailbox.organization),
    verifiedAt: new Date(leadSince),
  };
  await tx
    .insert(address)
    .values([...addresses, office])
    .onConflictDoNothing();
  const seats = [...everyone, { ...secondSeat, role: 'operator' as const }].map((held) => ({
    personId: idIn(ids, held.email),
    organizationId: idIn(organizationIds, held.organization),
    role: held.role,
    startedAt: startOf(held.since),
  }));
  await tx.insert(seat).values(seats).onConflictDoNothing();
}

async function loadAreas(tx: Database): Promise<void> {
  const network = areas.map((row) => ({
    ...row,
    postingRule: row.postingRule as PostingRule,
    audience: 'network' as const,
  }));
  await tx
    .insert(area)
    .values([...network, publicArea])
    .onConflictDoNothing();
}

/** Everyone follows all they may read; the technical administrator reads nothing by that role. */
async function loadFollows(tx: Database): Promise<void> {
  const areaIds = await tx.select({ id: area.id }).from(area);
  const personIds = await tx.select({ id: person.id, email: person.email }).from(person);
  const emails = new Set(everyone.filter(({ role }) => role !== 'admin').map(({ email }) => email));
  const rows = personIds
    .filter(({ email }) => email !== null && emails.has(email))
    .flatMap((each) => areaIds.map(({ id }) => ({ areaId: id, personId: each.id })));
  await tx.insert(areaFollow).values(rows).onConflictDoNothing();
}

function startOf(year: number): Date {
  return new Date(Date.UTC(year, 0, 1));
}

function idIn(ids: Ids, key: string): string {
  const id = ids.get(key);
  if (!id) throw new Error(`the demonstration world names "${key}" and does not hold it`);
  return id;
}
