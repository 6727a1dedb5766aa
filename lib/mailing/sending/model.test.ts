import { describe, expect, test } from 'vitest';
import type { MailChoice } from '@/db/words';
import type { Candidate } from '@/lib/forum/notifications/model';
import {
  bounceKindOf,
  referencesOf,
  rootMessageId,
  senderName,
  strongestChoice,
  subjectOf,
  type Wishes,
  wantsCopy,
} from './model';

const nobody: Candidate = {
  personId: 'p',
  ...{ isAuthor: false, mentioned: false, isAsker: false, repliedTo: false, participates: false },
  ...{ followsArea: false, thread: null },
};
const plain: Wishes = {
  ...{ personId: 'p', email: 'p@segrate.example', locale: null, ownCopies: false, secondCopies: false },
  ...{ addressed: false, stopped: false, tried: true, areas: [], tags: [] },
};
const areas = (...choices: (MailChoice | null)[]) =>
  choices.map((choice, index) => ({ id: `${index}`, choice }));

type Row = [
  what: string,
  candidate: Partial<Candidate>,
  wishes: Partial<Wishes>,
  first: boolean,
  later: boolean,
];

const rows: Row[] = [
  ['follows nothing', {}, { areas: areas(null) }, false, false],
  ['every post of the area', {}, { areas: areas('every') }, true, true],
  ['the first post of each thread', {}, { areas: areas('first') }, true, false],
  ['a digest', {}, { areas: areas('daily') }, false, false],
  ['the strongest of several areas', {}, { areas: areas('none', 'weekly', 'every') }, true, true],
  ['the strongest of several areas, first', {}, { areas: areas('daily', 'first') }, true, false],
  ['a tag beats the area', {}, { areas: areas('every'), tags: ['none'] }, false, false],
  ['a tag beats the area, upwards', {}, { areas: areas('none'), tags: ['every'] }, true, true],
  ['a tag without an area', {}, { areas: areas(null), tags: ['first'] }, true, false],
  ['follows the thread', { thread: 'following' }, { areas: areas('none') }, true, true],
  ['muted the thread', { thread: 'muted', mentioned: true }, { areas: areas('every') }, false, false],
  ['is named', { mentioned: true }, { areas: areas('weekly') }, true, true],
  ['asked', { isAsker: true }, { areas: areas(null) }, true, true],
  ['is answered', { repliedTo: true }, { areas: areas('daily') }, true, true],
  ['takes part', { participates: true }, { areas: areas(null) }, true, true],
  [
    'takes part and unsubscribed',
    { participates: true, mentioned: true },
    { areas: areas('none') },
    false,
    false,
  ],
  ['E69 wrote it', { isAuthor: true, participates: true }, { areas: areas('every') }, false, false],
  [
    'E64 E69 wrote it, wants it back, and stopped what comes',
    { isAuthor: true },
    { ownCopies: true, areas: areas('none') },
    false,
    false,
  ],
  [
    'E69 wrote it and wants it back',
    { isAuthor: true },
    { areas: areas('every'), ownCopies: true },
    true,
    true,
  ],
  ['E69 has it by mail already', {}, { areas: areas('every'), addressed: true }, false, false],
  [
    'E69 has it by mail already and wants both',
    {},
    { areas: areas('every'), addressed: true, secondCopies: true },
    true,
    true,
  ],
  [
    'E80 has an address that is stopped',
    { mentioned: true },
    { areas: areas('every'), stopped: true },
    false,
    false,
  ],
  [
    'E95 has a certified mailbox nobody signed in by',
    { mentioned: true },
    { email: 'p@pec.comune-segrate.example', areas: areas('every'), tried: false },
    false,
    false,
  ],
  [
    'E95 has a certified mailbox that was tried',
    {},
    { email: 'p@pec.comune-segrate.example', areas: areas('every') },
    true,
    true,
  ],
  [
    'E95 has an ordinary mailbox nobody signed in by',
    {},
    { areas: areas('every'), tried: false },
    true,
    true,
  ],
  ['has no address', {}, { areas: areas('every'), email: null }, false, false],
];

describe('E69: who gets a copy at once', () => {
  test.each(rows)('%s', (_what, candidate, wishes, first, later) => {
    const given = [
      { ...nobody, ...candidate },
      { ...plain, ...wishes },
    ] as const;
    expect([wantsCopy(...given, true), wantsCopy(...given, false)]).toEqual([first, later]);
  });
});

test('the strongest choice is the one that says most; none made is null', () => {
  expect(strongestChoice(['none', null, 'weekly', 'daily'])).toBe('daily');
  expect(strongestChoice([null])).toBeNull();
});

test.each([
  ['550 5.1.1', { permanent: true, address: true, status: '5.1.1' }, 'permanent'],
  ['550 alone', { permanent: true, address: true, status: null }, 'permanent'],
  ['the server’s policy', { permanent: true, address: true, status: '5.7.1' }, 'transient'],
  ['a full mailbox', { permanent: true, address: true, status: '5.2.2' }, 'transient'],
  ['the content', { permanent: true, address: false, status: '5.6.0' }, 'transient'],
] as const)('E80: what a refusal counts: %s', (_what, refusal, kind) => {
  expect(bounceKindOf({ ...refusal, said: '' })).toBe(kind);
});

test('E62: the root stands first, then the first post, then the nearest, thirty at most', () => {
  const root = rootMessageId('t', 'liste.example');
  expect(root).toBe('topic.t@liste.example');
  expect(referencesOf(root, [])).toEqual([root]);
  expect(referencesOf(root, ['1', '1', '4'])).toEqual([root, '1', '4']);
  const long = referencesOf(
    root,
    Array.from({ length: 60 }, (_, index) => `${index + 1}`),
  );
  expect(long).toHaveLength(30);
  expect(long.slice(0, 3)).toEqual([root, '1', '33']);
  expect(long.at(-1)).toBe('60');
});

test('E60, E62: sender and subject', () => {
  const organization = { slug: 'segrate', name: 'Comune di Segrate' };
  expect(senderName({ name: 'Rita Sala', organization })).toBe('Rita Sala – Comune di Segrate');
  expect(senderName({ name: 'Rita Sala', organization: null })).toBe('Rita Sala');
  expect(senderName({ name: 'Comune di Segrate', organization })).toBe('Comune di Segrate');
  expect([subjectOf('Idoneità', true), subjectOf('Idoneità', false)]).toEqual(['Idoneità', 'Re: Idoneità']);
});
