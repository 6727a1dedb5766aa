import { describe, expect, test } from 'vitest';
import {
  filterOf,
  firstUnread,
  formerPath,
  openingWords,
  pageOfPost,
  postAddress,
  threadListQuery,
  threadNumberOf,
  threadQuery,
} from './model';

test.each([
  ['12-idoneita-alloggiativa', 12],
  ['12', 12],
  ['12-', 12],
  ['12x', undefined],
  ['idoneita', undefined],
  ['-1', undefined],
  ['99999999999999', undefined],
])('the number of %s is %s', (part, expected) => {
  expect(threadNumberOf(part)).toBe(expected);
});

test.each([
  [1, 1],
  [20, 1],
  [21, 2],
  [2000, 100],
])('post %i stands on page %i', (post, page) => {
  expect(pageOfPost(post)).toBe(page);
});

test.each([
  [null, 5, null],
  [0, 5, 1],
  [3, 5, 4],
  [5, 5, null],
  [9, 5, null],
])('read up to %s of %i: first unread %s', (readUpTo, posts, expected) => {
  expect(firstUnread(readUpTo, posts)).toBe(expected);
});

test('a permalink names the post twice: for the server and for the browser', () => {
  expect(postAddress({ areaSlug: 'operatori', number: 7, slug: 'rinnovi' }, 21)).toBe(
    '/forum/operatori/7-rinnovi?m=21#m21',
  );
});

describe('what the address bar says', () => {
  test.each([
    [{}, { filtro: 'tutte', pagina: 1 }],
    [
      { filtro: 'risolte', pagina: '3' },
      { filtro: 'risolte', pagina: 3 },
    ],
    [
      { filtro: 'drop table', pagina: '-4' },
      { filtro: 'tutte', pagina: 1 },
    ],
    [
      { etichetta: ['a', 'b'], pagina: 'x' },
      { filtro: 'tutte', pagina: 1 },
    ],
  ])('%j', (query, expected) => {
    expect(threadListQuery.parse(query)).toEqual(expected);
  });

  test('an odd post number is no post', () => {
    expect(threadQuery.parse({ m: '1e9' })).toEqual({ pagina: 1 });
  });

  test('an unknown filter word means all', () => {
    expect(filterOf('boh')).toBe('all');
  });
});

test('opening words end at a word', () => {
  expect(openingWords('uno  due\ntre', 20)).toBe('uno due tre');
  expect(openingWords('parola '.repeat(10), 20)).toBe('parola parola …');
});

test.each([
  ['/pipermail/operatori/2019-March/000123.html', '/pipermail/operatori/2019-March/000123.html'],
  ['/hyperkitty/list/a@b.example/message/HASH/', '/hyperkitty/list/a@b.example/message/HASH'],
  ['/hyperkitty/list/a%40b.example/message/HASH', '/hyperkitty/list/a@b.example/message/HASH'],
  ['/archives/100%/x', '/archives/100%/x'],
])('the former address %s is kept as %s', (path, expected) => {
  expect(formerPath(path)).toBe(expected);
});
