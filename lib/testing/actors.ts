// Actors for tables of policies: made of nothing but what a policy looks at.
import { type Actor, anonymous, type Member, type OrganizationKind, type Role } from '@/lib/core/actor';

/** @param personId whose posts are one's own */
export function makeMember(role: Role, kind: OrganizationKind = 'commune', personId = 'self'): Member {
  const organization = { id: 'own', slug: 'ente', name: 'Ente', kind, writes: true };
  const seat = { id: 's', role, organization };
  return { kind: 'member', personId, name: 'P', locale: null, seat, seats: [seat] };
}

/** One of each, the system and nobody in particular among them. */
export const everyRole: Readonly<Record<string, Actor>> = {
  anonymous,
  reader: makeMember('reader'),
  operator: makeMember('operator'),
  referent: makeMember('referent'),
  coordinator: makeMember('coordinator'),
  officer: makeMember('officer', 'institution'),
  admin: makeMember('admin'),
  system: { kind: 'system', name: 'worker' },
};

/** The names of those whom a rule lets in, sorted. */
export function letIn(rule: (actor: Actor) => { allowed: boolean }): string[] {
  return Object.keys(everyRole)
    .filter((name) => rule(everyRole[name] ?? anonymous).allowed)
    .toSorted();
}
