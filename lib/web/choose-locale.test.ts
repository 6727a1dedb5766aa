import { expect, test } from 'vitest';
import { chooseLocale } from './choose-locale';

test.each([
  ['en', 'it', 'it', 'en'],
  [null, 'en', 'it', 'en'],
  [null, 'xx', 'en-GB,en;q=0.9', 'en'],
  [null, undefined, 'fr-FR,fr;q=0.9,en;q=0.8,it;q=0.7', 'en'],
  [null, undefined, 'en;q=0.3, it;q=0.8', 'it'],
  [null, undefined, 'en;q=0, de', 'it'],
  [null, undefined, '*', 'it'],
  [null, undefined, '', 'it'],
  [null, undefined, null, 'it'],
] as const)('person %s, cookie %s, browser %s: %s', (person, cookie, accepted, expected) => {
  expect(chooseLocale(person, cookie, accepted)).toBe(expected);
});
