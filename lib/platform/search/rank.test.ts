import { expect, test } from 'vitest';
import type { Candidate, Concept } from './query';
import { rank } from './rank';

const candidate = (id: string, title: string, text: string, groupId = id, at = 0): Candidate => ({
  ...{ id, groupId, subjectId: id, kind: 'post', title, at },
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

test('without words the newest come first', () => {
  expect(order([candidate('1', '', 'x', '1', 1), candidate('2', '', 'y', '2', 2)])).toEqual(['2', '1']);
});
