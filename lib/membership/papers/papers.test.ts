import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { extractText, getDocumentProxy } from 'unpdf';
import { describe, expect, test } from 'vitest';
import { type PaperData, paperNames, readPaperName } from './model';
import { writePaper } from './write-paper';
import { writePdf } from './write-pdf';
import { writeRegister } from './write-register';

const data: PaperData = {
  commune: { name: "Sant'Angelo Lodigiano", province: 'LO' },
  referent: { name: 'Niccolò Dell’Orto', email: 'n.dellorto@santangelo.example', phone: '02 5555 0102' },
  contact: {
    name: 'Ines Marelli',
    office: 'Servizi demografici',
    email: 'urp@santangelo.example',
    phone: '',
  },
  organ: 'giunta',
  lead: 'Comune di San Donato Milanese',
  agreement: {
    title: 'Protocollo d’intesa della rete degli Uffici Stranieri 2023-2027',
    startedOn: '2023-01-01',
    endedOn: '2027-12-31',
    noticeDays: 90,
  },
  date: '2026-12-01',
};

/** What each paper must say, with the commune's data in it. */
const said = {
  domanda: [
    "Comune di Sant'Angelo Lodigiano",
    'Niccolò Dell’Orto',
    'n.dellorto@santangelo.example',
    'Servizi demografici',
  ],
  delibera: [
    "COMUNE DI SANT'ANGELO LODIGIANO",
    'GIUNTA COMUNALE',
    'PREMESSO CHE',
    'DATO ATTO CHE',
    'DELIBERA',
    'art. 134, comma 4',
    'Niccolò Dell’Orto',
  ],
  protocollo: [
    'Allegato A',
    'Art. 15 – Controversie',
    'preavviso di 90 giorni',
    "Per il Comune di Sant'Angelo Lodigiano",
    '31 dicembre 2027',
  ],
};

async function pdfText(bytes: Uint8Array): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(bytes.slice()), { mergePages: true });
  return text.replace(/\s+/g, ' ');
}

function docxText(bytes: Uint8Array): string {
  const xml = strFromU8(unzipSync(bytes)['word/document.xml'] ?? new Uint8Array());
  return xml
    .replace(/<\/w:p>/g, ' ')
    .replace(/<[^>]+>/g, '')
    .replaceAll('&apos;', "'")
    .replace(/\s+/g, ' ');
}

describe.each(paperNames)('%s', (name) => {
  test('says the same with the data of the commune in Word and in PDF', async () => {
    const [docx, pdf] = [await writePaper(name, 'docx', data), await writePaper(name, 'pdf', data)];
    for (const words of said[name]) {
      expect(docxText(docx)).toContain(words);
      expect(await pdfText(pdf)).toContain(words);
    }
  });

  test('is tagged, in Italian, with a title: a screen reader reads it as it is meant', async () => {
    const pdf = Buffer.from(await writePaper(name, 'pdf', data)).toString('latin1');
    for (const mark of [
      '/StructTreeRoot',
      '/MarkInfo',
      '/Lang (it-IT)',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /P',
    ])
      expect(pdf).toContain(mark);
    const parts = unzipSync(await writePaper(name, 'docx', data));
    expect(strFromU8(parts['word/styles.xml'] ?? new Uint8Array())).toContain('w:val="it-IT"');
    expect(strFromU8(parts['word/document.xml'] ?? new Uint8Array())).toContain('w:pStyle w:val="Heading1"');
  });
});

test.each(['consiglio', 'commissario'] as const)('the act of the %s names its body', async (organ) => {
  const text = docxText(await writePaper('delibera', 'docx', { ...data, organ }));
  expect(text).toContain(
    { consiglio: 'IL CONSIGLIO COMUNALE', commissario: 'IL COMMISSARIO STRAORDINARIO' }[organ],
  );
});

test('a long register runs over pages, and its table is one', async () => {
  const rows = Array.from(
    { length: 120 },
    (_, index) =>
      [
        `Comune di Prova n. ${index}`,
        'MI',
        'aderente',
        '1 luglio 2002',
        'Giunta comunale n. 1/2002',
      ] as const,
  );
  const bytes = await writePdf(writeRegister(rows, '2026-12-01', data.lead));
  const document = await getDocumentProxy(bytes.slice());
  expect(document.numPages).toBeGreaterThan(3);
  const text = await pdfText(bytes);
  expect(text).toContain('Stato delle adesioni al 1 dicembre 2026');
  expect(text).toContain('Comune di Prova n. 119');
  expect(
    Buffer.from(bytes)
      .toString('latin1')
      .match(/\/S \/Table/g),
  ).toHaveLength(1);
});

test.each([
  ['delibera.docx', { name: 'delibera', kind: 'docx' }],
  ['protocollo.pdf', { name: 'protocollo', kind: 'pdf' }],
  ['delibera.exe', null],
  ['../delibera.pdf', null],
  ['delibera', null],
])('%s is read as a paper or not', (file, expected) => {
  expect(readPaperName(file)).toEqual(expected);
});

function isInstalled(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** Where a program is missing the test says so by its name in the list of those skipped. */
const folder = () => mkdtempSync(path.join(os.tmpdir(), 'raccordo-papers-'));

test.skipIf(!isInstalled('qpdf'))('qpdf finds no fault in any PDF (needs qpdf)', async () => {
  const at = folder();
  for (const name of paperNames) {
    writeFileSync(path.join(at, 'paper.pdf'), await writePaper(name, 'pdf', data));
    expect(spawnSync('qpdf', ['--check', path.join(at, 'paper.pdf')]).status).toBe(0);
  }
});

test.skipIf(!isInstalled('soffice'))(
  'LibreOffice opens the Word file (needs soffice)',
  { timeout: 120_000 },
  async () => {
    const at = folder();
    writeFileSync(path.join(at, 'delibera.docx'), await writePaper('delibera', 'docx', data));
    const home = `-env:UserInstallation=file://${at}/home`;
    const made = spawnSync('soffice', [
      home,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      at,
      path.join(at, 'delibera.docx'),
    ]);
    expect(made.status).toBe(0);
    const text = await pdfText(new Uint8Array(readFileSync(path.join(at, 'delibera.pdf'))));
    for (const words of said.delibera) expect(text).toContain(words);
  },
);
