import { describe, expect, test } from 'vitest';
import { membershipStates } from '@/db/words';
import { type Actor, anonymous } from '@/lib/core/actor';
import { everyRole, makeMember } from '@/lib/testing/actors';
import { everyDeed, type MembershipDeed, type MembershipState, type Standing, stepRules } from './model';
import { isStepFrom, mayExamine, mayReadHistory, maySecond, mayTakeStep } from './policy';

/** The organisation of `makeMember`. */
const own = 'own';

type Case = { actor: Actor; organizationId: string; hasLink?: boolean };

/** Every way of standing towards an organisation. */
const doers: Record<string, Case> = {
  anonymous: { actor: anonymous, organizationId: own },
  applicant: { actor: anonymous, organizationId: own, hasLink: true },
  reader: { actor: makeMember('reader'), organizationId: own },
  operator: { actor: makeMember('operator'), organizationId: own },
  referent: { actor: makeMember('referent'), organizationId: own },
  'referent elsewhere': { actor: makeMember('referent'), organizationId: 'other' },
  coordinator: { actor: makeMember('coordinator'), organizationId: 'other' },
  officer: { actor: makeMember('officer', 'institution'), organizationId: own },
  admin: { actor: makeMember('admin'), organizationId: own },
  system: { actor: { kind: 'system', name: 'worker' }, organizationId: own },
};

/**
 * The state machine of DOMAIN.md §3, written a second time as people would say it: from where, to where, by whom. What is
 * not in it is refused.
 */
const lines: [MembershipDeed, string, MembershipState, string][] = [
  ['express-interest', 'none', 'interested', 'office'],
  ['invite', 'none interested ended refused lapsed', 'invited', 'office'],
  ['request', 'none interested invited ended refused lapsed', 'requested', 'applicant'],
  ['file', 'requested asked', 'filed', 'applicant'],
  ['ask', 'filed verified', 'asked', 'office'],
  ['refuse', 'requested filed asked verified signed', 'refused', 'office'],
  ['lapse', 'invited requested asked', 'lapsed', 'office'],
  ['verify', 'filed', 'verified', 'office'],
  ['sign', 'verified', 'signed', 'office'],
  ['admit', 'verified signed', 'active', 'office'],
  ['renew', 'active', 'active', 'office'],
  ['suspend', 'active', 'suspended', 'office'],
  ['resume', 'suspended', 'active', 'office'],
  ['withdraw', 'active suspended', 'withdrawing', 'office referent'],
  ['recall', 'withdrawing', 'active', 'office'],
  ['end', 'suspended withdrawing', 'ended', 'office'],
  ['merge', 'active suspended withdrawing', 'merged', 'office'],
  ['succeed', 'none interested invited ended refused lapsed', 'active', 'office'],
];

const named: Record<string, string[]> = {
  office: ['coordinator', 'system'],
  applicant: ['applicant'],
  referent: ['referent'],
};

const states: Standing[] = [null, ...membershipStates];

test('every deed has its line', () => {
  expect(lines.map(([deed]) => deed).toSorted()).toEqual([...everyDeed].toSorted());
});

describe.each(lines)('%s', (deed, from, to, by) => {
  const starts = from.split(' ');
  const allowed = by.split(' ').flatMap((word) => named[word] ?? []);

  describe.each(states.map((state) => [state ?? 'none', state] as const))('from %s', (word, state) => {
    test.each(Object.entries(doers))('by %s', (doer, { actor, organizationId, hasLink }) => {
      const thing = { organizationId, state, hasLink };
      const isAllowed = isStepFrom(deed, state) && mayTakeStep(actor, deed, thing).allowed;
      expect(isAllowed).toBe(starts.includes(word) && allowed.includes(doer));
    });
  });

  test(`leads to ${to}`, () => {
    expect(stepRules[deed].to).toBe(to);
  });
});

test('adhesions are examined by the secretariat, and a history read by its own people too', () => {
  const rule = (may: (actor: Actor) => { allowed: boolean }) =>
    Object.entries(everyRole).flatMap(([name, actor]) => (may(actor).allowed ? [name] : []));
  expect(rule(mayExamine)).toEqual(['coordinator', 'system']);
  expect(rule((actor) => mayReadHistory(actor, own))).toEqual(
    Object.keys(everyRole).filter((name) => name !== 'anonymous'),
  );
  expect(rule((actor) => mayReadHistory(actor, 'other'))).toEqual(['coordinator', 'system']);
});

test('four eyes: whoever verified does not admit, where the setting is on', () => {
  const olga = makeMember('coordinator', 'commune', 'olga');
  expect(maySecond(olga, 'olga', true).allowed).toBe(false);
  expect(maySecond(olga, 'olga', false).allowed).toBe(true);
  expect(maySecond(olga, 'paola', true).allowed).toBe(true);
  expect(maySecond({ kind: 'system', name: 'command-line' }, null, true).allowed).toBe(true);
});
