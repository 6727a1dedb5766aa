import { expect, test } from 'vitest';
import { areaLine, areasIn, kindOf } from './writing';

test.each([
  ['edit', 'reply', 'edit'],
  ['thread', 'reply', 'thread'],
  [undefined, 'edit', 'edit'],
  ['nonsense', 'reply', 'reply'],
] as const)('a form sent as %s on a page of %s is %s', (sent, kind, expected) => {
  expect(kindOf(sent, { kind })).toBe(expected);
});

test('areas come back as they were carried', () => {
  const areas = [
    { slug: 'operatori', name: 'Operatori' },
    { slug: 'tra-comuni', name: 'Tra  Comuni e Prefettura' },
  ];
  expect(areasIn(areas.map(areaLine).join('\n'))).toEqual(areas);
  expect(areasIn(undefined)).toEqual([]);
  expect(areasIn('senza-nome\n\n')).toEqual([]);
});
