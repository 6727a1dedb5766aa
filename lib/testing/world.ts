// The small world: three communes, one institution, six people, four areas; the same in tests and on test screens.
import type { Database } from '@/db/client';
import {
  address,
  area,
  areaFollow,
  areaOrganization,
  leadMandate,
  membershipStep,
  organization,
  person,
  seat,
} from '@/db/schema';
import type { Member, Role } from '@/lib/core/actor';
import { newId } from '@/lib/core/ids';

const organizations = {
  sandonato: { slug: 'san-donato', name: 'Comune di San Donato', kind: 'commune', status: 'member' },
  segrate: { slug: 'segrate', name: 'Comune di Segrate', kind: 'commune', status: 'member' },
  sovico: { slug: 'sovico', name: 'Comune di Sovico', kind: 'commune', status: 'interested' },
  prefettura: { slug: 'prefettura', name: 'Prefettura di Prova', kind: 'institution', status: 'external' },
} as const;

const people = {
  olga: { name: 'Olga Ventura', at: 'sandonato', role: 'coordinator' },
  rita: { name: 'Rita Sala', at: 'segrate', role: 'referent' },
  matteo: { name: 'Matteo Riva', at: 'segrate', role: 'operator' },
  elena: { name: 'Elena Colli', at: 'sovico', role: 'reader' },
  piero: { name: 'Piero Massa', at: 'prefettura', role: 'officer' },
  ada: { name: 'Ada Tecchi', at: 'sandonato', role: 'admin' },
} as const;

export type WorldPerson = keyof typeof people;

export type World = {
  organizations: Record<keyof typeof organizations, string>;
  actors: Record<WorldPerson, Member>;
  areas: { operatori: string; comuni: string; scelti: string; novita: string };
};

export function worldEmail(name: WorldPerson): string {
  return `${name}@${people[name].at}.example`;
}

/** Writes the small world into an empty database and returns its ids and actors. */
export async function createWorld(db: Database): Promise<World> {
  const organizationIds = {} as World['organizations'];
  for (const [key, values] of Object.entries(organizations)) {
    const id = newId();
    organizationIds[key as keyof typeof organizations] = id;
    await db.insert(organization).values({ id, ...values, emailDomain: `${key}.example` });
    await beginHistory(db, id, values.status);
  }
  await db.insert(leadMandate).values({ organizationId: organizationIds.sandonato, startedOn: '2002-07-01' });
  const actors = {} as World['actors'];
  for (const key of Object.keys(people) as WorldPerson[]) {
    actors[key] = await createPerson(db, key, organizationIds);
  }
  return { organizations: organizationIds, actors, areas: await createAreas(db, organizationIds, actors) };
}

/** Members since July 2002, as the source says of the first of them. */
async function beginHistory(db: Database, organizationId: string, status: string): Promise<void> {
  if (status === 'external') return;
  const isMember = status === 'member';
  const step = isMember
    ? { deed: 'admit' as const, state: 'active' as const }
    : { deed: 'express-interest' as const, state: 'interested' as const };
  const takenAt = new Date('2002-07-01T10:00:00Z');
  await db
    .insert(membershipStep)
    .values({ organizationId, number: 1, ...step, takenOn: '2002-07-01', takenAt });
}

async function createPerson(db: Database, key: WorldPerson, ids: World['organizations']): Promise<Member> {
  const { name, at, role } = people[key];
  const email = worldEmail(key);
  const personId = newId();
  const seatId = newId();
  await db.insert(person).values({ id: personId, name, email, hasAccount: true });
  await db.insert(address).values({ email, kind: 'personal', personId, verifiedAt: new Date(0) });
  await db
    .insert(seat)
    .values({ id: seatId, personId, organizationId: ids[at], role, startedAt: new Date(0) });
  const { slug, name: organizationName, kind } = organizations[at];
  const held = {
    id: seatId,
    role: role as Role,
    organization: { id: ids[at], slug, name: organizationName, kind, writes: true },
  };
  return { kind: 'member', personId, name, locale: null, seat: held, seats: [held] };
}

async function createAreas(
  db: Database,
  ids: World['organizations'],
  actors: World['actors'],
): Promise<World['areas']> {
  const areas = { operatori: newId(), comuni: newId(), scelti: newId(), novita: newId() };
  const common = { postingRule: 'members' as const };
  await db.insert(area).values([
    { ...common, id: areas.operatori, ...names('operatori', 'Operatori'), audience: 'network', position: 1 },
    { ...common, id: areas.comuni, ...names('comuni', 'Tra Comuni'), audience: 'communes', position: 2 },
    { ...common, id: areas.scelti, ...names('scelti', 'Tavolo'), audience: 'chosen', position: 3 },
    {
      id: areas.novita,
      ...names('novita', 'Novità'),
      audience: 'public',
      postingRule: 'coordinators',
      position: 4,
    },
  ]);
  await db.insert(areaOrganization).values([
    { areaId: areas.scelti, organizationId: ids.segrate },
    { areaId: areas.scelti, organizationId: ids.prefettura },
  ]);
  for (const actor of Object.values(actors)) {
    await db.insert(areaFollow).values({ areaId: areas.operatori, personId: actor.personId });
  }
  return areas;
}

function names(slug: string, name: string) {
  return {
    slug,
    name,
    description: `Area di prova: ${name}.`,
    postingAddress: `${slug}@liste.raccordo.example`,
    listIds: [`${slug}.liste.raccordo.example`],
  };
}
