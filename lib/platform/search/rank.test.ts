import { expect, test } from 'vitest';
import type { Candidate, Concept } from './query';
import { rank } from './rank';

const candidate = (id: string, title: string, text: string, groupId = id, at = 0): Candidate => ({
  ...{ id, groupId, subjectId: `of ${id}`, kind: 'post', title, at },
  ...{ stems: `${title}\n${text}\n\n\n`, areas: [], organization: null, year: null, answered: null },
});
const concept = (stem: string, documents = 10): Concept => ({
  ...{ forms: [{ stems: [stem], weight: 1, documents }], documents },
});
const order = (candidates: Candidate[], ...concepts: Concept[]) =>
  rank(candidates, concepts, 1000).map(({ groupId, best }) =>
    groupId === best.id ? groupId : `${groupId}:${best.id}`,
  );

test('more of the words, rarer words, words side by side and words of the title come first', () => {
  const [a, b] = [concept('a'), concept('b')];
  expect(order([candidate('1', '', 'a x'), candidate('2', '', 'a b')], a, b)).toEqual(['2', '1']);
  expect(order([candidate('1', '', 'a x'), candidate('2', '', 'b x')], concept('a', 500), b)).toEqual([
    '2',
    '1',
  ]);
  const far = `a ${'x '.repeat(20)}b`;
  const near = `a b ${'x '.repeat(20)}`.trim();
  expect(order([candidate('1', '', far), candidate('2', '', near)], a, b)).toEqual(['2', '1']);
  expect(order([candidate('1', 'y', 'a x'), candidate('2', 'a', 'x x')], a)).toEqual(['2', '1']);
});

test('a group is one hit with its best document; what the others say counts a little', () => {
  const [a, b] = [concept('a'), concept('b')];
  const candidates = [
    candidate('1', '', 'a x', 'one'),
    candidate('2', '', 'a b', 'one'),
    candidate('3', '', 'a b', 'two'),
    candidate('4', '', 'x', 'three'),
  ];
  expect(order(candidates, a, b)).toEqual(['one:2', 'two:3']);
});

test('of documents that answer alike the earliest stands for its group', () => {
  const [a, b] = [concept('a'), concept('b')];
  const long = `a b ${'x '.repeat(110)}`.trim();
  const candidates = (later: string) => [
    candidate('2', '', later, 'one', 2),
    candidate('1', '', long, 'one', 1),
  ];
  expect(order(candidates(long.slice(0, -2)), a, b)).toEqual(['one:1']);
  expect(order(candidates('a b'), a, b)).toEqual(['one:2']);
});

test('what bears the name comes before what speaks of it, unless many bear it', () => {
  const named = (id: string, title: string) => ({ ...candidate(id, title, ''), subjectId: id });
  const said = candidate('said', 'a', 'a a a b b b');
  const [a, b] = [concept('a'), concept('b')];
  const first = (...candidates: Candidate[]) => order([said, ...candidates], a, b)[0];
  expect(first(named('1', 'w x y z a b'))).toBe('1');
  expect(first(named('1', 'w x y z a'))).toBe('said');
  expect(first(...['1', '2', '3', '4'].map((id) => named(id, 'w x y z a b')))).toBe('said');
});

test('a text that says the same words all over is ranked in no time', { timeout: 5_000 }, () => {
  const [a, b] = [concept('a'), concept('b')];
  const endless = 'a x x x x x x x x x x b '.repeat(20_000).trim();
  const candidates = [1, 2, 3, 4, 5, 6, 7, 8].map((id) => candidate(String(id), '', endless));
  expect(order(candidates, a, b)).toHaveLength(8);
});

test('without words the newest come first', () => {
  expect(order([candidate('1', '', 'x', '1', 1), candidate('2', '', 'y', '2', 2)])).toEqual(['2', '1']);
});
