import { describe, expect, test } from 'vitest';
import type { Audience, PostingRule } from '@/db/words';
import { letIn, makeMember } from '@/lib/testing/actors';
import { mayHandOver, mayModerate, mayTakePart } from '../policy';
import {
  mayDelete,
  mayEdit,
  mayMarkAnswer,
  mayOpenThread,
  mayReadHistory,
  mayReply,
  mayTakeBack,
  type PostForPolicy,
} from './policy';

const area = (audience: Audience = 'network', postingRule: PostingRule = 'members') => ({
  ...{ audience, postingRule, admitted: [] },
});
const thread = (change: object = {}) => ({ areas: [area()], locked: false, askerId: 'other', ...change });
const posted = new Date('2026-09-10T09:00:00Z');
const post = (change: object = {}, inThread: object = {}): PostForPolicy => ({
  ...{ authorId: 'self', postedAt: posted, isRemoved: false, ...change },
  thread: thread(inThread),
});
const later = (seconds: number) => new Date(posted.getTime() + seconds * 1000);
const writers = ['coordinator', 'officer', 'operator', 'referent'];
const readers = [...writers, 'reader'].toSorted();
const communes = ['coordinator', 'operator', 'referent'];

describe('starting a thread', () => {
  test.each([
    [[area()], writers],
    [[area('communes')], communes],
    [[area('network'), area('communes')], communes],
    [[area('chosen')], []],
    [[area('network', 'coordinators')], ['coordinator']],
    [[area(), area('public', 'coordinators')], ['coordinator']],
    [[], []],
  ])('in %j', (areas, expected) => {
    expect(letIn((actor) => mayOpenThread(actor, areas))).toEqual(expected);
  });
});

describe('answering', () => {
  test.each([
    [{}, writers],
    [{ locked: true }, ['coordinator']],
    [{ areas: [area('communes')] }, communes],
    [{ areas: [area('chosen'), area('network')] }, writers],
    [{ areas: [area('public', 'coordinators')] }, writers],
    [{ areas: [] }, []],
  ])('in %j', (change, expected) => {
    expect(letIn((actor) => mayReply(actor, thread(change)))).toEqual(expected);
  });
});

describe('one’s own post', () => {
  test.each([
    ['edit', post(), writers],
    ['edit, locked', post({}, { locked: true }), ['coordinator']],
    ['edit, of somebody else', post({ authorId: 'other' }), []],
    ['edit, removed', post({ isRemoved: true }), []],
  ] as const)('%s', (_, given, expected) => {
    expect(letIn((actor) => mayEdit(actor, given))).toEqual(expected);
  });

  test.each([
    [post(), 1800, readers],
    [post(), 1801, []],
    [post({ authorId: 'other' }), 1, []],
    [post({ isRemoved: true }), 1, []],
    [post({}, { locked: true }), 1, readers],
    [post({}, { areas: [area('chosen')] }), 1, []],
  ])('delete (%#)', (given, seconds, expected) => {
    expect(letIn((actor) => mayDelete(actor, given, later(seconds)))).toEqual(expected);
  });

  test.each([
    [post(), 10, readers],
    [post(), 10.1, []],
    [post({ authorId: 'other' }), 1, []],
  ])('take back (%#)', (given, seconds, expected) => {
    expect(letIn((actor) => mayTakeBack(actor, given, later(seconds)))).toEqual(expected);
  });
});

test('the answer is chosen by who asked or by the coordinator', () => {
  expect(letIn((actor) => mayMarkAnswer(actor, thread()))).toEqual(['coordinator']);
  expect(letIn((actor) => mayMarkAnswer(actor, thread({ askerId: 'self' })))).toEqual(readers);
});

test('earlier versions are for members who read the thread', () => {
  const removal = (kind: 'hidden' | 'deleted') => ({ id: 'r', kind, personId: 'x', removedAt: new Date(0) });
  const of = (change: object) => ({ ...post(), removal: null, ...change });
  expect(letIn((actor) => mayReadHistory(actor, of({})))).toEqual(readers);
  const hidden = of({ authorId: 'other', removal: removal('hidden') });
  expect(letIn((actor) => mayReadHistory(actor, hidden))).toEqual(['coordinator']);
  const deleted = of({ authorId: 'other', removal: removal('deleted') });
  expect(letIn((actor) => mayReadHistory(actor, deleted))).toEqual([]);
});

test('taking part is for who reads, keeping order for the coordinator who reads', () => {
  expect(letIn((actor) => mayTakePart(actor, thread()))).toEqual(readers);
  expect(letIn((actor) => mayTakePart(actor, thread({ areas: [area('public')] })))).toEqual(
    [...readers, 'admin'].toSorted(),
  );
  expect(letIn((actor) => mayModerate(actor, thread()))).toEqual(['coordinator']);
  expect(letIn((actor) => mayModerate(actor, thread({ areas: [area('chosen')] })))).toEqual([]);
});

test('handing over is the referent’s, at the own organisation', () => {
  expect(letIn((actor) => mayHandOver(actor, 'own'))).toEqual(['referent']);
  expect(mayHandOver(makeMember('referent'), 'elsewhere')).toEqual({
    ...{ allowed: false, reason: 'other-organization' },
  });
});
