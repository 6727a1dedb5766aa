import { describe, expect, test } from 'vitest';
import { type Audience, audiences, type OrganizationKind, type Role, roles } from '@/db/words';
import { type Actor, anonymous } from '@/lib/core/actor';
import { mayReadArea, mayReadThread, mayWriteInArea } from './policy';

function member(role: Role, kind: OrganizationKind, organizationId = 'o1'): Actor {
  const organization = { id: organizationId, slug: 'ente', name: 'Ente', kind, writes: true };
  const seat = { id: 's', role, organization };
  return { kind: 'member', personId: 'p', name: 'P', locale: null, seat, seats: [seat] };
}

const area = (audience: Audience, admitted: string[] = []) => ({
  audience,
  postingRule: 'members' as const,
  admitted,
});

const actors: Record<string, Actor> = {
  anonymous,
  reader: member('reader', 'commune'),
  operator: member('operator', 'commune'),
  referent: member('referent', 'commune'),
  coordinator: member('coordinator', 'commune'),
  officer: member('officer', 'institution'),
  admin: member('admin', 'commune'),
};

const reads: Record<Audience, string[]> = {
  public: Object.keys(actors),
  network: ['reader', 'operator', 'referent', 'coordinator', 'officer'],
  communes: ['reader', 'operator', 'referent', 'coordinator'],
  chosen: [],
};

describe.each(audiences)('audience %s', (audience) => {
  test.each(Object.keys(actors))('%s', (name) => {
    const actor = actors[name] ?? anonymous;
    expect(mayReadArea(actor, area(audience)).allowed).toBe(reads[audience].includes(name));
  });
});

test('chosen organisations are let in, whatever their kind; the administrator is not', () => {
  const table = area('chosen', ['o1']);
  expect(mayReadArea(member('officer', 'institution', 'o1'), table).allowed).toBe(true);
  expect(mayReadArea(member('operator', 'commune', 'o2'), table).allowed).toBe(false);
  expect(mayReadArea(member('admin', 'commune', 'o1'), table).allowed).toBe(false);
});

test('a thread in two areas is read by who reads either', () => {
  const officer = member('officer', 'institution');
  expect(mayReadThread(officer, [area('communes'), area('network')]).allowed).toBe(true);
  expect(mayReadThread(officer, [area('communes')]).allowed).toBe(false);
  expect(mayReadThread(officer, []).allowed).toBe(false);
});

test.each(roles)('%s writes where the role lets it', (role) => {
  const actor = member(role, 'commune');
  const writers: Role[] = ['operator', 'referent', 'coordinator', 'officer'];
  expect(mayWriteInArea(actor, area('network')).allowed).toBe(writers.includes(role));
  expect(mayWriteInArea(actor, { ...area('network'), postingRule: 'coordinators' }).allowed).toBe(
    role === 'coordinator',
  );
});
