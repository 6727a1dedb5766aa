import { expect, test } from 'vitest';
import { cutAtLine } from './cut-at-line';

test.each([
  ['short', 'uno\ndue', 10, ['uno\ndue', '']],
  ['at the end of a line', 'uno\ndue\ntre', 8, ['uno\ndue', '\ntre']],
  ['without lines', 'unoduetre', 3, ['uno', 'duetre']],
  ['not inside a sign', 'un😀o', 3, ['un', '😀o']],
] as const)('%s', (_, text, longest, parts) => {
  expect(cutAtLine(text, longest)).toEqual(parts);
});
