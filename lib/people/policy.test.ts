import { expect, test } from 'vitest';
import { type Actor, anonymous, type Member, type Role } from '@/lib/core/actor';
import {
  mayAddOrganization,
  mayEndSeat,
  mayInvite,
  mayManageSelf,
  mayReadPeople,
  mayReadSeats,
  maySetSeatLimits,
  rolesToGive,
} from './policy';

function member(role: Role): Member {
  const organization = { id: 'own', slug: 'own', name: 'Ente', kind: 'commune' as const, writes: true };
  const seat = { id: 's', role, organization };
  return { kind: 'member', personId: 'p', name: 'N', locale: null, seat, seats: [seat] };
}

const system: Actor = { kind: 'system', name: 'command-line' };

test.each<[Actor | Role, string, Role, boolean]>([
  [system, 'other', 'admin', true],
  ['coordinator', 'other', 'coordinator', true],
  ['coordinator', 'other', 'admin', false],
  ['referent', 'own', 'operator', true],
  ['referent', 'own', 'referent', true],
  ['referent', 'own', 'reader', true],
  ['referent', 'own', 'coordinator', false],
  ['referent', 'own', 'admin', false],
  ['referent', 'other', 'operator', false],
  ['operator', 'own', 'operator', false],
  ['officer', 'own', 'officer', false],
  ['reader', 'own', 'reader', false],
  ['admin', 'own', 'operator', false],
  [anonymous, 'own', 'operator', false],
])('%j at %s gives %s: %s', (who, organizationId, role, allowed) => {
  const actor = typeof who === 'string' ? member(who) : who;
  expect(mayInvite(actor, organizationId, role).allowed).toBe(allowed);
  expect(mayEndSeat(actor, { organizationId, role }).allowed).toBe(allowed);
});

test.each<[Actor | Role, boolean]>([
  [system, true],
  ['coordinator', true],
  ['referent', false],
  ['admin', false],
  [anonymous, false],
])('%j adds organisations and limits seats: %s', (who, allowed) => {
  const actor = typeof who === 'string' ? member(who) : who;
  expect(mayAddOrganization(actor).allowed).toBe(allowed);
  expect(maySetSeatLimits(actor).allowed).toBe(allowed);
});

test.each<[Actor | Role, string, boolean]>([
  [system, 'other', true],
  ['coordinator', 'other', true],
  ['referent', 'own', true],
  ['referent', 'other', false],
  ['operator', 'own', false],
  ['admin', 'own', false],
  [anonymous, 'own', false],
])('%j sees the seats of %s: %s', (who, organizationId, allowed) => {
  const actor = typeof who === 'string' ? member(who) : who;
  expect(mayReadSeats(actor, organizationId).allowed).toBe(allowed);
});

test.each<[Role, boolean, Role[]]>([
  ['coordinator', true, ['operator', 'referent', 'coordinator', 'officer', 'reader']],
  ['coordinator', false, ['operator', 'referent', 'officer', 'reader']],
  ['referent', true, ['operator', 'referent', 'officer', 'reader']],
  ['operator', true, []],
])('%s, at the lead body %s, may give %j', (role, isLead, given) => {
  expect(rolesToGive(member(role), { id: 'own', isLead })).toEqual(given);
});

test('persons are for members, a profile for its person', () => {
  expect(mayReadPeople(anonymous).allowed).toBe(false);
  expect(mayReadPeople(member('reader')).allowed).toBe(true);
  expect(mayManageSelf(member('reader')).allowed).toBe(true);
  expect(mayManageSelf(anonymous).allowed).toBe(false);
  expect(mayManageSelf(system).allowed).toBe(false);
});
