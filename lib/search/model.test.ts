import { describe, expect, test } from 'vitest';
import { foundAddress, narrowed, recentMeant, searchAddress, searchInput } from './model';

test.each([
  [{}, '/cerca'],
  [{ q: 'art 29' }, '/cerca?q=art+29'],
  [{ q: 'a&b', pagina: 1, area: 'operatori' }, '/cerca?q=a%26b&area=operatori'],
  [
    { q: 'a', pagina: 2, risposta: 'senza', anno: 2026 } as const,
    '/cerca?q=a&risposta=senza&anno=2026&pagina=2',
  ],
])('the address of %j', (input, address) => {
  expect(searchAddress(input)).toBe(address);
});

test('a choice keeps the question and the other choices, and begins at the first page', () => {
  const input = searchInput.parse({ q: 'idoneità', area: 'operatori', pagina: '3' });
  expect(narrowed(input, 'anno', '2026')).toBe('/cerca?q=idoneit%C3%A0&area=operatori&anno=2026');
  expect(narrowed(input, 'area', 'comuni')).toBe('/cerca?q=idoneit%C3%A0&area=comuni');
  expect(narrowed(input, 'area', undefined)).toBe('/cerca?q=idoneit%C3%A0');
});

describe('the address bar', () => {
  test.each([
    [{ q: 'ido\0neità' }, { q: 'ido neità', pagina: 1 }],
    [{ q: ['a', 'b'] }, { q: '', pagina: 1 }],
    [{ q: 'x'.repeat(20_000) }, { q: 'x'.repeat(10_000), pagina: 1 }],
    [
      { q: 'a', pagina: '-1', anno: 'boh', tipo: 'tutto', risposta: 'forse' },
      { q: 'a', pagina: 1 },
    ],
    [
      { q: 'a', area: '\0', ente: ' segrate ' },
      { q: 'a', pagina: 1, ente: 'segrate' },
    ],
  ])('%#: anything odd becomes the default', (given, input) => {
    expect(searchInput.parse(given)).toEqual(input);
  });
});

test.each([
  ['', ['Art 29', 'circ 7170', 'art 29 tui', 'art 30', 'art 31', 'art 32']],
  ['ART', ['Art 29', 'art 29 tui', 'art 30']],
  ['art 29', ['art 29 tui']],
  ['modulo', []],
])('last questions meant by %j', (typed, meant) => {
  const recent = ['Art 29', 'circ 7170', 'art 29 tui', 'art 30', 'art 31', 'art 32'];
  expect(recentMeant(recent, typed)).toEqual(meant);
});

test('a person stands at their organisation, a former one among all', () => {
  const person = { kind: 'person', id: '1', title: 'Rita Sala' } as const;
  const at = { slug: 'segrate', name: 'Comune di Segrate' };
  expect(foundAddress({ ...person, organization: at })).toBe('/enti/segrate');
  expect(foundAddress({ ...person, organization: null })).toBe('/enti');
});
