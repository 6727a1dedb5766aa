import { expect, test } from 'vitest';
import { seal, unseal } from './seal';

const secret = 'a'.repeat(32);

test('what was sealed opens for its purpose under its secret, and never reads the same twice', () => {
  const sealed = seal('però — 日本', 'prova', secret);
  expect(unseal(sealed, 'prova', secret)).toBe('però — 日本');
  expect(sealed).toMatch(/^[\w-]+$/);
  expect(seal('però — 日本', 'prova', secret)).not.toBe(sealed);
});

test.each([
  ['another purpose', (sealed: string) => unseal(sealed, 'altra', secret)],
  ['another secret', (sealed: string) => unseal(sealed, 'prova', 'b'.repeat(32))],
  [
    'a changed letter',
    (sealed: string) =>
      unseal(`${sealed.slice(0, -2)}${sealed.endsWith('AA') ? 'BB' : 'AA'}`, 'prova', secret),
  ],
  ['half of it', (sealed: string) => unseal(sealed.slice(0, 20), 'prova', secret)],
  ['nothing', () => unseal('', 'prova', secret)],
])('%s opens nothing', (_, open) => {
  expect(open(seal('testo', 'prova', secret))).toBeNull();
});
