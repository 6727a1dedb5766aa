import { expect, test } from 'vitest';
import type { RemovalKind } from '@/db/words';
import { letIn } from '@/lib/testing/actors';
import { mayKeepDrafts } from '../drafts/policy';
import { mayMove, mayReadLog } from '../moderation/policy';
import { mayReactTo } from '../policy';
import { mayHide, mayKnowRemoval, mayReadRemoved, mayShow } from './policy';

const network = { id: 'a', audience: 'network' as const, postingRule: 'members' as const, admitted: [] };
const removedAt = new Date('2026-09-10T09:00:00Z');
const later = (seconds: number) => new Date(removedAt.getTime() + seconds * 1000);
const removal = (kind: RemovalKind, personId = 'other') => ({ id: 'r', kind, personId, removedAt });
const post = (change: object = {}) => ({
  ...{ authorId: 'other', removal: null, thread: { areas: [network] } },
  ...change,
});
const readers = ['coordinator', 'officer', 'operator', 'reader', 'referent'];

test('hiding is the coordinator’s, once; also of what its author deleted', () => {
  expect(letIn((actor) => mayHide(actor, post()))).toEqual(['coordinator']);
  expect(letIn((actor) => mayHide(actor, post({ removal: removal('deleted') })))).toEqual(['coordinator']);
  expect(letIn((actor) => mayHide(actor, post({ removal: removal('hidden') })))).toEqual([]);
  expect(letIn((actor) => mayHide(actor, post({ removal: removal('taken-back') })))).toEqual([]);
});

test.each([
  ['nothing to show', null, 1, []],
  ['hidden', removal('hidden'), 999_999, ['coordinator']],
  ['deleted by somebody else', removal('deleted'), 1, []],
  ['deleted by oneself', removal('deleted', 'self'), 1800, readers],
  ['deleted by oneself, long ago', removal('deleted', 'self'), 1801, []],
  ['taken back by oneself', removal('taken-back', 'self'), 1, []],
] as const)('showing again: %s', (_, given, seconds, expected) => {
  expect(letIn((actor) => mayShow(actor, post({ removal: given }), later(seconds)))).toEqual(expected);
});

test('what a removed post said', () => {
  const said = (kind: RemovalKind, authorId: string) =>
    letIn((actor) => mayReadRemoved(actor, { authorId, removal: removal(kind) }));
  expect(said('hidden', 'other')).toEqual(['coordinator']);
  expect(said('deleted', 'other')).toEqual([]);
  expect(said('deleted', 'self')).toEqual([...readers, 'admin'].toSorted());
  expect(said('taken-back', 'self')).toEqual([]);
  expect(letIn((actor) => mayKnowRemoval(actor))).not.toContain('anonymous');
});

test('thanks and reports are for what others wrote and still shows', () => {
  expect(letIn((actor) => mayReactTo(actor, post()))).toEqual(readers);
  expect(letIn((actor) => mayReactTo(actor, post({ authorId: 'self' })))).toEqual([]);
  expect(letIn((actor) => mayReactTo(actor, post({ removal: removal('hidden') })))).toEqual([]);
});

test('moving goes only where the coordinator may write', () => {
  const thread = { areas: [network] };
  expect(letIn((actor) => mayMove(actor, thread, [network]))).toEqual(['coordinator']);
  expect(letIn((actor) => mayMove(actor, thread, [{ ...network, audience: 'chosen' }]))).toEqual([]);
});

test('the log is the secretariat’s, drafts are for who writes', () => {
  expect(letIn(mayReadLog)).toEqual(['coordinator']);
  expect(letIn(mayKeepDrafts)).toEqual(['coordinator', 'officer', 'operator', 'referent']);
});
