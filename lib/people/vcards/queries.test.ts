import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { address, organization, person } from '@/db/schema';
import { type Actor, anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import { findOrganizationCard, findPersonCard } from './queries';

const { db } = await testDatabase();
const world = await createWorld(db);
const { rita, piero } = world.actors;
const as = (actor: Actor): Context => ({ db, actor, now: new Date('2026-09-10T09:00:00Z') });
const page = 'https://raccordo.example/enti/segrate';

test('the contact of an organisation is public, its mailbox is for members', async () => {
  await db.insert(address).values({
    email: 'stranieri@segrate.example',
    kind: 'office',
    organizationId: rita.seat.organization.id,
  });
  const outside = await findOrganizationCard(as(anonymous), 'segrate', page);
  expect(outside).toMatchObject({ kind: 'org', name: 'Comune di Segrate', emails: [], url: page });
  const inside = await findOrganizationCard(as(piero), 'segrate', page);
  expect(inside.emails).toEqual(['stranieri@segrate.example']);
  await db
    .update(organization)
    .set({ website: 'https://www.segrate.example/' })
    .where(eq(organization.slug, 'segrate'));
  const withSite = await findOrganizationCard(as(anonymous), 'segrate', page);
  expect(withSite).toMatchObject({ uid: page, url: 'https://www.segrate.example/' });
  await expect(findOrganizationCard(as(piero), 'atlantide', page)).rejects.toMatchObject({
    code: 'not-found',
  });
});

test('the contact of a person is for members', async () => {
  await db.update(person).set({ phone: '02 1234' }).where(eq(person.id, rita.personId));
  const at = { slug: 'segrate', personId: rita.personId };
  const spoken = (role: string) => `il ${role}`;
  expect(await findPersonCard(as(piero), at, spoken)).toMatchObject({
    ...{ kind: 'individual', uid: `urn:uuid:${rita.personId}`, name: 'Rita Sala', role: 'il referent' },
    ...{ organization: 'Comune di Segrate', emails: ['rita@segrate.example'], phone: '02 1234' },
  });
  const refused = findPersonCard(as(anonymous), at, spoken);
  await expect(refused).rejects.toMatchObject({ code: 'not-allowed' });
  const elsewhere = findPersonCard(as(piero), { ...at, slug: 'sovico' }, spoken);
  await expect(elsewhere).rejects.toMatchObject({ code: 'not-found' });
});
