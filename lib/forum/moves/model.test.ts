import { describe, expect, test } from 'vitest';
import { isWider } from '../moderation/model';
import { hasMoved, type MovedPost, movedRuns, namedThread, placesIn, postsToSplit } from './model';

test.each([
  ['12', 12],
  [' 12-titolo ', 12],
  ['/forum/operatori/12-titolo?m=3#m3', 12],
  ['https://raccordo.example/forum/operatori/12-titolo', 12],
  ['https://raccordo.example/forum/operatori', undefined],
  ['titolo', undefined],
  ['', undefined],
])('a thread named as %j', (text, number) => {
  expect(namedThread(text)).toBe(number);
});

describe('posts to split off', () => {
  const standing = [1, 2, 3, 5, 6, 9];

  test.each([
    [[3], false, [3]],
    [[6, 3], false, [3, 6]],
    [[3, 5], true, [3, 5, 6, 9]],
    [[2], true, [2, 3, 5, 6, 9]],
  ])('%j, and those that follow: %j', (posts, following, expected) => {
    expect(postsToSplit(standing, { posts, following })).toEqual(expected);
  });

  test.each([
    [[], 'posts-missing'],
    [[1, 2], 'first-post-stays'],
    [[2, 4], 'no-such-post'],
  ])('%j is refused: %s', (posts, reason) => {
    expect(() => postsToSplit(standing, { posts, following: true })).toThrow(
      expect.objectContaining({ reason, field: 'posts' }),
    );
  });
});

describe('places of posts that come to a thread', () => {
  const at = (hours: number) => new Date(hours * 3_600_000);
  const posts = [
    { id: 'a', number: 1, postedAt: at(3) },
    { id: 'b', number: 2, postedAt: at(1) },
    { id: 'c', number: 3, postedAt: at(3) },
  ];

  test('after the last number, in the order of time, then of numbers', () => {
    expect(placesIn(posts, new Map(), 7)).toEqual([
      { id: 'b', number: 8 },
      { id: 'a', number: 9 },
      { id: 'c', number: 10 },
    ]);
  });

  test('what had gone from there takes its number again, and leaves no gap behind it', () => {
    expect(placesIn(posts, new Map([['a', 4]]), 7)).toEqual([
      { id: 'b', number: 8 },
      { id: 'a', number: 4 },
      { id: 'c', number: 9 },
    ]);
  });
});

test('moved posts one after another that went together are one line', () => {
  const to = (number: number, post: number) => ({ number, slug: 's', areaSlug: 'a', title: 'T', post });
  const moved: MovedPost[] = [
    { number: 2, to: to(8, 1) },
    { number: 3, to: to(8, 2) },
    { number: 5, to: to(8, 3) },
    { number: 6, to: to(9, 1) },
    { number: 7, to: null },
    { number: 8, to: null },
  ];
  expect(movedRuns(moved).map(({ first, last, to: where }) => [first, last, where?.post ?? null])).toEqual([
    [2, 3, 1],
    [5, 5, 3],
    [6, 6, 1],
    [7, 8, null],
  ]);
});

test.each([
  [20, 1, 45, false],
  [19, 1, 45, true],
  [5, 3, 45, false],
  [0, 3, 45, true],
  [3, 1, 3, false],
])(
  'a page of %i posts, page %i of a thread of %i: some went elsewhere: %j',
  (shown, page, posts, expected) => {
    expect(hasMoved(Array.from({ length: shown }), page, posts, 20)).toBe(expected);
  },
);

describe('a wider audience', () => {
  const network = { audience: 'network' as const, admitted: [] };
  const communes = { audience: 'communes' as const, admitted: [] };
  const open = { audience: 'public' as const, admitted: [] };
  const chosen = (...admitted: string[]) => ({ audience: 'chosen' as const, admitted });

  test.each([
    ['communes → network', [communes], [network], true],
    ['network → communes', [network], [communes], false],
    ['network → public', [network], [open], true],
    ['public → network', [open], [network], false],
    ['chosen → communes', [chosen('a')], [communes], true],
    ['network → chosen', [network], [chosen('a')], false],
    ['communes → chosen, which may be no communes', [communes], [chosen('a')], true],
    ['chosen → the same', [chosen('a', 'b')], [chosen('b')], false],
    ['chosen → others', [chosen('a')], [chosen('a', 'b')], true],
    ['two areas → one of them', [communes, chosen('a')], [communes], false],
    ['one area → two', [network], [network, open], true],
  ])('%s: %#', (_, from, to, expected) => {
    expect(isWider(from, to)).toBe(expected);
  });
});
