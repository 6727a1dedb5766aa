import { describe, expect, test } from 'vitest';
import { randomFrom } from '@/lib/testing/random-document';
import { compareRegistry, foldName, type KnownRow, type RegistryChange, type RegistryRow } from './model';

const asOf = '2026-12-01';
const row = (belfioreCode: string, rest: Partial<RegistryRow> = {}): RegistryRow => ({
  ...{ name: `Comune ${belfioreCode}`, province: 'MI', istatCode: '015001', belfioreCode },
  ...{ startedOn: '1900-01-01', endedOn: null, ...rest },
});
const known = (belfioreCode: string, rest: Partial<KnownRow> = {}): KnownRow => ({
  ...row(belfioreCode),
  ...{ id: `row-${belfioreCode}`, communeId: `commune-${belfioreCode}`, ...rest },
});

describe('what a list of the State changes', () => {
  const cases: [string, KnownRow[], RegistryRow[], Partial<Record<RegistryChange['kind'], string[]>>][] = [
    ['nothing where all is as it was', [known('A001')], [row('A001')], {}],
    ['a new commune comes', [], [row('A001')], { added: ['A001'] }],
    ['another name', [known('A001')], [row('A001', { name: 'Nuovo Nome' })], { changed: ['A001'] }],
    ['another province', [known('A001')], [row('A001', { province: 'MB' })], { changed: ['A001'] }],
    ['another code', [known('A001')], [row('A001', { istatCode: '108001' })], { changed: ['A001'] }],
    ['a code that was not known', [known('A001', { istatCode: null })], [row('A001')], { filled: ['A001'] }],
    ['a name without the code', [known('A001')], [row('A001', { istatCode: null })], {}],
    ['a commune that is missing', [known('A001'), known('A002')], [row('A001')], { ended: ['A002'] }],
    ['what ended stays ended', [known('A001', { endedOn: '1928-01-01' })], [row('A001')], {}],
  ];
  test.each(cases)('%s', (_, before, rows, expected) => {
    const changes = compareRegistry(before, { rows, isComplete: true, asOf });
    const found: Record<string, string[]> = {};
    for (const change of changes) {
      const code = change.kind === 'added' ? change.row.belfioreCode : change.known.belfioreCode;
      found[change.kind] = [...(found[change.kind] ?? []), code];
    }
    expect(found).toEqual(expected);
  });
});

test('the base adds and ends, and renames nobody', () => {
  const rows = [row('A001', { name: 'Altro Nome' }), row('A002', { endedOn: '2018-01-01' }), row('A003')];
  const changes = compareRegistry([known('A001'), known('A002'), known('A009')], {
    rows,
    isComplete: false,
    asOf,
  });
  expect(changes.map(({ kind }) => kind)).toEqual(['ended', 'added']);
});

/** As `import-registry.ts` writes it. */
function applied(before: readonly KnownRow[], changes: readonly RegistryChange[]): KnownRow[] {
  const rows = [...before];
  const replace = (id: string, rest: Partial<KnownRow>) => {
    const index = rows.findIndex((one) => one.id === id);
    const old = rows[index];
    if (old) rows[index] = { ...old, ...rest };
  };
  for (const change of changes) {
    if (change.kind === 'added')
      rows.push({ ...change.row, id: `n${rows.length}`, communeId: `c${rows.length}` });
    else if (change.kind === 'filled') replace(change.known.id, { istatCode: change.istatCode });
    else if (change.kind === 'ended') replace(change.known.id, { endedOn: change.endedOn });
    else {
      replace(change.known.id, { endedOn: change.row.startedOn });
      rows.push({ ...change.row, id: `n${rows.length}`, communeId: change.known.communeId });
    }
  }
  return rows;
}

test('a list that was imported changes nothing when it is imported again, whatever stood before', () => {
  const random = randomFrom(6);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  let changed = 0;
  for (let round = 0; round < 200; round += 1) {
    const codes = Array.from({ length: 12 }, (_, index) => `A${String(index).padStart(3, '0')}`);
    const any = (code: string) => ({
      ...{ name: pick(['Uno', 'Due']), province: pick(['MI', 'MB']) },
      istatCode: pick([null, '015001', '108001']),
      belfioreCode: code,
    });
    const before = codes
      .filter(() => random() < 0.6)
      .map((code) => known(code, { ...any(code), endedOn: pick([null, null, '1990-01-01']) }));
    const rows = codes.filter(() => random() < 0.6).map((code) => row(code, any(code)));
    const source = { rows, isComplete: true, asOf };
    const changes = compareRegistry(before, source);
    changed += changes.length;
    expect(compareRegistry(applied(before, changes), source)).toEqual([]);
  }
  expect(changed).toBeGreaterThan(100);
});

test.each([
  ['Cassano d’Adda', 'cassano d adda'],
  ["CASSANO D'ADDA", 'cassano d adda'],
  ['Forlì', 'forli'],
  ['  San  Donato ', 'san donato'],
])('%s is looked for as %s', (name, folded) => {
  expect(foldName(name)).toBe(folded);
});
