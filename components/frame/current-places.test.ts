import { expect, test } from 'vitest';
import { currentPlaces } from './current-places';

const items = ['/', '/forum', '/enti'].map((href) => ({ href, label: href, icon: 'home' as const }));

test.each([
  ['/', ['/']],
  ['/?da=posta', ['/']],
  ['/forum', ['/forum']],
  ['/forum/alloggi/12-titolo?m=3', ['/forum']],
  ['/forumetto', []],
  ['/privacy', []],
])('at %s', (path, expected) => {
  const current = currentPlaces(path, items).filter((item) => item.current);
  expect(current.map(({ href }) => href)).toEqual(expected);
});
