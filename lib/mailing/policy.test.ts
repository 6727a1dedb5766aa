import { expect, test } from 'vitest';
import { type Role, roles } from '@/db/words';
import { type Actor, anonymous } from '@/lib/core/actor';
import { mayImportArchive, mayReadRawMail } from './policy';

function member(role: Role): Actor {
  const organization = { id: 'o', slug: 'ente', name: 'Ente', kind: 'commune' as const, writes: true };
  const seat = { id: 's', role, organization };
  return { kind: 'member', personId: 'p', name: 'P', locale: null, seat, seats: [seat] };
}

const system: Actor = { kind: 'system', name: 'command-line' };

test.each(roles)('%s', (role) => {
  expect(mayReadRawMail(member(role)).allowed).toBe(role === 'coordinator');
  expect(mayImportArchive(member(role)).allowed).toBe(false);
});

test('who is signed out, and the command line', () => {
  expect(mayReadRawMail(anonymous).allowed).toBe(false);
  expect(mayReadRawMail(system).allowed).toBe(false);
  expect(mayImportArchive(anonymous).allowed).toBe(false);
  expect(mayImportArchive(system).allowed).toBe(true);
});
