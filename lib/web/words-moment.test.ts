import { expect, test } from 'vitest';
import { anonymous } from '@/lib/core/actor';
import { dateWords } from '@/lib/core/time';
import { makeMember } from '@/lib/testing/actors';
import { wordsMoment } from './words-moment';

const now = new Date('2026-03-10T12:00:00Z');
const yesterday = new Date('2026-03-09T08:30:00Z');

test('who is signed in reads "ieri", who is not a whole date, on whatever day', () => {
  const said = (actor: Parameters<typeof wordsMoment>[0]['actor'], at: Date) =>
    dateWords(yesterday, wordsMoment({ actor, now: at }), 'it').short;
  expect(said(makeMember('operator'), now)).toBe('ieri 09:30');
  expect(said(anonymous, now)).toBe('9 mar 2026');
  expect(said(anonymous, new Date('2031-01-01'))).toBe('9 mar 2026');
});
