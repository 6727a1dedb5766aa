import { expect, test } from 'vitest';
import { newId } from '@/lib/core/ids';
import { fromBase32, toBase32, tokenLength } from './model';
import { readSignedId } from './read-signed-id';
import { signId } from './sign-id';

test('E61: a token gives back its id whatever became of its case, and shows neither id nor person', () => {
  for (let count = 0; count < 200; count++) {
    const id = newId();
    const token = signId('reply', id);
    expect(token).toMatch(/^[a-z2-7]{42}$/);
    expect(token).toHaveLength(tokenLength);
    expect(readSignedId('reply', token)).toBe(id);
    expect(readSignedId('reply', token.toUpperCase())).toBe(id);
    expect(token).not.toContain(id.slice(0, 8));
  }
});

test('E61: a changed letter, another use, another length or other letters are no token', () => {
  const token = signId('reply', newId());
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === 'a' ? 'b' : 'a';
    expect(readSignedId('reply', token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
  for (const use of ['bounce', 'choices', 'held'] as const) expect(readSignedId(use, token)).toBeNull();
  for (const wrong of ['', token.slice(1), `${token}a`, '0'.repeat(42), 'è'.repeat(42)]) {
    expect(readSignedId('reply', wrong)).toBeNull();
  }
});

test('base32 keeps every byte', () => {
  const bytes = Buffer.from(Array.from({ length: 260 }, (_, index) => index % 256));
  expect(fromBase32(toBase32(bytes)).equals(bytes)).toBe(true);
});
