import { expect, test } from 'vitest';
import { localPath } from './local-path';

test.each([
  ['/forum/alloggi/12-titolo?m=3#m3', '/forum/alloggi/12-titolo?m=3#m3'],
  ['/', '/'],
  ['//evil.example/x', '/'],
  ['/\\evil.example', '/'],
  ['/\t/evil.example', '/'],
  ['https://evil.example', '/'],
  ['forum', '/'],
  [null, '/'],
  [undefined, '/'],
])('%s leads to %s', (value, expected) => {
  expect(localPath(value)).toBe(expected);
});
