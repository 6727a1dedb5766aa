import { expect, test } from 'vitest';
import { makeSlug } from './make-slug';

test.each([
  ['Idoneità alloggiativa: 20 mq?', 'idoneita-alloggiativa-20-mq'],
  ['  ', 'discussione'],
  ['Ucraina – proroga', 'ucraina-proroga'],
  ['a'.repeat(90), 'a'.repeat(60)],
])('%j', (title, slug) => {
  expect(makeSlug(title)).toBe(slug);
});
