import { asc, eq } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { communeCode, organization } from '@/db/schema';
import { anonymous } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { testDatabase } from '@/lib/testing/database';
import { importRegistry } from './import-registry';
import { loadBase } from './load-base';
import { findCommune, listCommunes } from './queries';
import { readIstat } from './read-istat';

const { db } = await testDatabase();
const ctx: Context = {
  db,
  now: new Date('2026-12-01T09:00:00Z'),
  actor: { kind: 'system', name: 'command-line' },
};
const asOf = '2026-12-01';

const head =
  'Codice Regione;"Codice dell\'Unità territoriale\nsovracomunale";Codice Comune formato alfanumerico;"Denominazione (Italiana e straniera)";Denominazione in italiano;Sigla automobilistica;Codice Catastale del comune';
const istat = (...lines: string[]) => new TextEncoder().encode(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`);

beforeAll(async () => {
  await db.insert(organization).values({
    ...{ id: newId(), slug: 'vimodrone', name: 'Comune di Vimodrone', kind: 'commune', status: 'member' },
    belfioreCode: 'M053',
  });
  expect(await loadBase(ctx)).toBeGreaterThan(9_000);
});

test('the base is loaded once, and links organisations by their code', async () => {
  expect(await loadBase(ctx)).toBe(0);
  const [vimodrone] = await listCommunes(ctx, { search: 'vimodrone' });
  const [linked] = await db.select().from(organization).where(eq(organization.slug, 'vimodrone'));
  expect(linked?.communeId).toBe(vimodrone?.id);
});

describe('communes are found as people type', () => {
  test.each([
    ['san donato mil', 'San Donato Milanese', 'MI'],
    ['CASSANO D’ADDA', "Cassano d'Adda", 'MI'],
    ['reggio nell’emi', "Reggio nell'Emilia", 'RE'],
    ['forli', 'Forlì', 'FC'],
    ['san pietro al nat', 'San Pietro al Natisone', 'UD'],
  ])('%s', async (search, name, province) => {
    const [first] = await listCommunes(ctx, { search });
    expect([first?.name, first?.province]).toEqual([name, province]);
  });

  test('those of one name are told apart by their province, and what ended is not offered', async () => {
    const both = await listCommunes(ctx, { search: 'livo' });
    expect(both.slice(0, 2).map(({ name, province }) => `${name} ${province}`)).toEqual([
      'Livo CO',
      'Livo TN',
    ]);
    expect(await listCommunes(ctx, { search: 'cassano albese' })).toEqual([]);
    expect(await listCommunes(ctx, { search: 'x' })).toEqual([]);
  });
});

test('a list of ISTAT fills in codes, renames with a new row and keeps the key; a dry run writes nothing', async () => {
  const [before] = await listCommunes(ctx, { search: 'vimodrone' });
  const { rows, faults } = readIstat(
    istat(
      '3;215;015242;Vimodrone;Vimodrone sul Naviglio;MI;M053',
      'Nota: dati provvisori;;;;;;',
      '1;201;001001;Agliè;Agliè;TO;A074',
    ),
    asOf,
  );
  expect(faults).toEqual([{ line: 4, text: 'Nota: dati provvisori;;;;;;' }]);
  const source = { rows, isComplete: true, asOf };
  const dry = await importRegistry(ctx, { ...source, isDryRun: true });
  expect(dry.changes.some(({ kind }) => kind === 'changed')).toBe(true);
  expect(await findCommune(ctx, before?.id ?? '')).toEqual(before);
  await importRegistry(ctx, { ...source, isDryRun: false });
  const now = await findCommune(ctx, before?.id ?? '');
  expect(now).toMatchObject({ name: 'Vimodrone sul Naviglio', istatCode: '015242', belfioreCode: 'M053' });
  const history = await db
    .select()
    .from(communeCode)
    .where(eq(communeCode.communeId, before?.id ?? ''))
    .orderBy(asc(communeCode.startedOn));
  expect(history.map(({ name, endedOn }) => [name, endedOn])).toEqual([
    ['Vimodrone', asOf],
    ['Vimodrone sul Naviglio', null],
  ]);
  expect((await listCommunes(ctx, { search: 'vimodrone' })).map(({ name }) => name)).toEqual([
    'Vimodrone sul Naviglio',
  ]);
  expect((await importRegistry(ctx, { ...source, isDryRun: true })).changes).toEqual([]);
});

test('a file that is no list of communes, and whoever is not the machine, are refused', async () => {
  expect(() => readIstat(new TextEncoder().encode('a;b\n1;2\n'), asOf)).toThrow('registry-unreadable');
  const source = { rows: [], isComplete: false, asOf, isDryRun: true };
  await expect(importRegistry({ ...ctx, actor: anonymous }, source)).rejects.toMatchObject({
    code: 'not-allowed',
  });
  await expect(findCommune(ctx, 'boh')).rejects.toMatchObject({ code: 'not-found' });
});

test('the older files of ISTAT are written in Windows-1252', () => {
  const text = `${head}\n3;215;015242;Agli\xe8;Agli\xe8;TO;A074\n`;
  const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  expect(readIstat(bytes, asOf).rows[0]?.name).toBe('Agliè');
});
