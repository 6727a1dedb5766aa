import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test.each(['/', '/forum/operatori/12-titolo?m=3#m3', '/enti?filtro=a%2Fb', '/accessori'])(
  '%s is kept',
  (path) => {
    expect(returnPath(path)).toBe(path);
  },
);

test.each([
  undefined,
  null,
  7,
  '',
  'forum',
  'https://altrove.example/',
  '//altrove.example/',
  '/\\altrove.example',
  '/\t/altrove.example',
  '/..//altrove.example',
  '/%0a\n',
  'javascript:alert(1)',
  '/accesso?ritorno=/',
  '/accesso',
  '/api/auth/signout',
  `/${'a'.repeat(3000)}`,
])('%j leads home', (value) => {
  expect(returnPath(value)).toBe('/');
});
