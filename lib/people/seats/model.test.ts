import { expect, test } from 'vitest';
import { invitationEnd, type Remaining, seatLimitInput, seatState, whyKept } from './model';

const now = new Date('2026-09-10T09:00:00Z');
const before = new Date('2026-09-10T08:59:59Z');
const after = new Date('2026-09-10T09:00:01Z');

test.each([
  [null, null, null, 'active'],
  [after, null, null, 'invited'],
  [now, null, null, 'expired'],
  [before, null, null, 'expired'],
  [before, before, null, 'active'],
  [after, before, null, 'active'],
  [after, null, before, 'revoked'],
  [before, null, before, 'revoked'],
] as const)('until %s, accepted %s, revoked %s: %s', (expiresAt, acceptedAt, revokedAt, state) => {
  expect(seatState({ expiresAt, acceptedAt, revokedAt }, now)).toBe(state);
});

test('an invitation stands for thirty days', () => {
  expect(invitationEnd(now).toISOString()).toBe('2026-10-10T09:00:00.000Z');
});

const last: Remaining = {
  role: 'referent',
  isOwn: false,
  isMemberCommune: true,
  otherReferents: 0,
  otherSeats: 2,
};

test.each<[Partial<Remaining>, string | null]>([
  [{}, 'last-referent'],
  [{ otherReferents: 1 }, null],
  [{ otherSeats: 0 }, null],
  [{ isMemberCommune: false }, null],
  [{ role: 'operator' }, null],
  [{ isOwn: true }, 'own-last-referent'],
  [{ isOwn: true, otherSeats: 0 }, 'own-last-referent'],
  [{ isOwn: true, isMemberCommune: false }, 'own-last-referent'],
  [{ isOwn: true, otherReferents: 1 }, null],
  [{ isOwn: true, role: 'operator' }, null],
])('with %j the seat is kept: %s', (change, reason) => {
  expect(whyKept({ ...last, ...change })).toBe(reason);
});

test.each([
  ['2', 2],
  [' 12 ', 12],
  ['999', 999],
  ['', null],
])('a limit of "%s" is %s', (most, meant) => {
  expect(seatLimitInput.parse({ kind: 'partner', role: 'referent', most }).most).toBe(meant);
});

test.each(['0', '1000', '-1', '1.5', 'due', '00000'])('"%s" is no limit', (most) => {
  const parsed = seatLimitInput.safeParse({ kind: 'partner', role: 'referent', most });
  expect(parsed.error?.issues[0]?.message).toBe('seat-limit-invalid');
});
