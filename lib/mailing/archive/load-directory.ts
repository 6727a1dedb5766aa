// Everyone whose mail may be recognised: addresses, seats through time, mail domains. Read once per import.
import { asc } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { address, organization, person, seat } from '@/db/schema';

export type KnownAddress = { personId: string | null; organizationId: string | null; trusted: boolean };
export type HeldSeat = { organizationId: string; startedAt: Date; endedAt: Date | null };

/** `domains` and the keys of `addresses` are in lower case. */
export type Directory = {
  addresses: Map<string, KnownAddress>;
  seats: Map<string, HeldSeat[]>;
  domains: Map<string, string>;
};

export async function loadDirectory(db: Database): Promise<Directory> {
  const persons = await db
    .select({ id: person.id, email: person.email, known: person.hasAccount })
    .from(person);
  const addresses = new Map<string, KnownAddress>();
  for (const { id, email, known } of persons) {
    if (email) addresses.set(email.toLowerCase(), { personId: id, organizationId: null, trusted: known });
  }
  for (const row of await db.select().from(address)) {
    const before = addresses.get(row.email.toLowerCase());
    addresses.set(row.email.toLowerCase(), {
      personId: row.personId ?? before?.personId ?? null,
      organizationId: row.organizationId,
      trusted: row.verifiedAt !== null || (before?.trusted ?? false),
    });
  }
  return { addresses, seats: await loadSeats(db), domains: await loadDomains(db) };
}

async function loadSeats(db: Database): Promise<Directory['seats']> {
  const seats: Directory['seats'] = new Map();
  for (const row of await db.select().from(seat).orderBy(asc(seat.startedAt), asc(seat.id))) {
    const held = seats.get(row.personId) ?? [];
    seats.set(row.personId, held);
    held.push(row);
  }
  return seats;
}

async function loadDomains(db: Database): Promise<Directory['domains']> {
  const rows = await db.select({ id: organization.id, domain: organization.emailDomain }).from(organization);
  return new Map(rows.flatMap(({ id, domain }) => (domain ? [[domain.toLowerCase(), id] as const] : [])));
}
