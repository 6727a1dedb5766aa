import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { createDeflate } from 'node:zlib';
import { strFromU8, strToU8, zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { storeContent } from '../store';
import { readFileParts } from './read-file-parts';

const folder = mkdtempSync(path.join(tmpdir(), 'raccordo-texts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const office = 'application/vnd.openxmlformats-officedocument';
const docx = `${office}.wordprocessingml.document`;
const xlsx = `${office}.spreadsheetml.sheet`;
const odt = 'application/vnd.oasis.opendocument.text';
const pdf = 'application/pdf';

async function read(bytes: Uint8Array, mediaType: string) {
  const sha256 = await storeContent(folder, bytes);
  const parts: string[] = [];
  const state = await readFileParts(folder, { sha256, mediaType, size: bytes.length }, async (part, text) => {
    expect(part).toBe(parts.push(text) - 1);
  });
  return { state, parts };
}

const zipped = (entries: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(entries).map(([name, xml]) => [name, strToU8(xml)])));

const linesOf = (number: number) => {
  const content = `BT /F1 12 Tf 14 TL 50 800 Td ${`(Pagina ${number} parla di idoneita.) Tj T* `.repeat(20)} ET`;
  return `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
};

/** A PDF of some pages, each some lines of text. */
function makePdf(pages: number, page: (number: number) => string = linesOf): Uint8Array {
  const font = '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages} /Kids [${Array.from({ length: pages }, (_, n) => `${4 + 2 * n} 0 R`).join(' ')}] >>`,
    font,
    ...Array.from({ length: pages }, (_, n) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * n} 0 R >>`,
      page(n + 1),
    ]).flat(),
  ];
  let text = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  text += `trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF`;
  return strToU8(text, true);
}

/** Encrypted, with a password nobody has. */
function lockedPdf(): Uint8Array {
  const key = `<${'ab'.repeat(32)}>`;
  const encryption = `/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ${key} /U ${key} >> /ID [<01> <01>]`;
  return strToU8(strFromU8(makePdf(1), true).replace('/Root', `${encryption} /Root`), true);
}

const manyParagraphs = (count: number) => '<w:p><w:t>Idoneità dell’alloggio</w:t></w:p>'.repeat(count);

/** A hundred and ten megabytes of nothing, a hundred kilobytes as they lie. */
function bomb(name: string): Uint8Array {
  return zipSync({ [name]: new Uint8Array(110_000_000) }, { level: 1 });
}

/** The size it unpacks to stands in the header of the entry and once more at the end of the zip. */
function understated(zip: Uint8Array): Uint8Array {
  const lying = zip.slice();
  const view = new DataView(lying.buffer);
  for (let at = 0; at < lying.length - 4; at++) {
    const signature = view.getUint32(at, true);
    if (signature === 0x04034b50) view.setUint32(at + 22, 1_000, true);
    if (signature === 0x02014b50) view.setUint32(at + 24, 1_000, true);
  }
  return lying;
}

test('a long document is read as far as anything is kept', async () => {
  const long = zipped({ 'word/document.xml': manyParagraphs(400_000) });
  const { state, parts } = await read(long, docx);
  expect(state).toBe('read');
  expect(parts).toHaveLength(200);
  expect(parts[100]).toMatch(/^(dell’alloggio\n)?Idoneità dell’alloggio\nIdoneità/);
});

test('a PDF of 200 pages is read in parts, every page of it', async () => {
  const { state, parts } = await read(makePdf(200), pdf);
  expect(state).toBe('read');
  expect(parts.length).toBeGreaterThan(3);
  expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(20_000);
  const all = parts.join('\n');
  expect(Array.from({ length: 200 }, (_, n) => n + 1).filter((n) => !all.includes(`Pagina ${n} `))).toEqual(
    [],
  );
});

test.each<[string, string, Record<string, string>, string]>([
  [
    'DOCX',
    docx,
    {
      'word/document.xml':
        '<w:p><w:t>Idoneit&#224; &amp; alloggio</w:t></w:p><w:p><w:delText>via</w:delText><w:t>Due</w:t></w:p>',
      'word/styles.xml': '<x>no</x>',
    },
    'Idoneità & alloggio\nDue',
  ],
  [
    'ODT',
    odt,
    { 'content.xml': '<text:h>Modulo</text:h><text:p>di<text:s/>ospitalit&#xE0;</text:p>' },
    'Modulo\ndi ospitalità',
  ],
  [
    'XLSX',
    xlsx,
    {
      'xl/sharedStrings.xml': '<si><t>Reddito</t></si><si><t>Soglia</t></si>',
      'xl/worksheets/sheet1.xml': '<c><v>0</v></c><c><is><t>Nota</t></is></c>',
    },
    'Reddito\nSoglia\nNota',
  ],
])('%s gives its words', async (_name, mediaType, entries, words) => {
  expect(await read(zipped(entries), mediaType)).toEqual({ state: 'read', parts: [words] });
});

test('a text is read in UTF-8, or as Windows wrote it', async () => {
  expect((await read(strToU8('perché'), 'text/plain')).parts).toEqual(['perché']);
  expect((await read(strToU8('perch\u00E9', true), 'text/csv')).parts).toEqual(['perché']);
});

test.each<[string, Uint8Array, string, string]>([
  ['a broken PDF', strToU8('%PDF-1.4\nbroken'), pdf, 'unreadable'],
  ['a broken DOCX', strToU8('PK\u0003\u0004broken', true), docx, 'unreadable'],
  ['a locked PDF', lockedPdf(), pdf, 'unreadable'],
  [
    'a DOCX cut short',
    zipped({ 'word/document.xml': manyParagraphs(5_000) }).subarray(0, 400),
    docx,
    'unreadable',
  ],
  ['a DOCX that unpacks to far more than it weighs', bomb('word/document.xml'), docx, 'unreadable'],
  ['an XLSX that does', bomb('xl/sharedStrings.xml'), xlsx, 'unreadable'],
  ['a DOCX that says it unpacks to little', understated(bomb('word/document.xml')), docx, 'unreadable'],
  ['a zip without a document', zipped({ 'other.xml': '<a/>' }), docx, 'unreadable'],
  ['an image', strToU8('png'), 'image/png', 'none'],
  ['a page without words', makePdf(0), pdf, 'none'],
  ['an empty text', strToU8('  '), 'text/plain', 'none'],
])(
  '%s is told from what can be read, and the next file is read all the same',
  async (_name, bytes, mediaType, state) => {
    expect(await read(bytes, mediaType)).toEqual({ state, parts: [] });
    expect((await read(strToU8(`dopo ${state}`), 'text/plain')).state).toBe('read');
  },
);

/** A PDF of one page of nothing that weighs less than a megabyte and unpacks to 900. */
async function pdfBomb(): Promise<Uint8Array> {
  const nothing = Buffer.alloc(1_000_000, ' ');
  const packed = await buffer(
    Readable.from(Array.from({ length: 900 }, () => nothing)).pipe(createDeflate({ level: 1 })),
  );
  const content = packed.toString('latin1');
  return makePdf(
    1,
    () => `<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`,
  );
}

/** The most memory any of these processes ever had, in kilobytes. */
function peakOf(pids: readonly (string | number)[]): number {
  const peaks = pids.map((pid) => {
    const status = existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '';
    return Number(/VmHWM:\s*(\d+)/.exec(status)?.[1] ?? 0);
  });
  return Math.max(0, ...peaks);
}

test.runIf(process.platform === 'linux')(
  'a PDF that unpacks to far more than it weighs takes no memory from the house, and little from the machine',
  async () => {
    const bytes = await pdfBomb();
    const before = peakOf([process.pid]);
    let peak = 0;
    const watch = setInterval(() => {
      const children = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8');
      peak = Math.max(peak, peakOf(children.trim().split(' ')));
    }, 5);
    const answer = await read(bytes, pdf);
    clearInterval(watch);
    expect(answer).toEqual({ state: 'unreadable', parts: [] });
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThan(900_000);
    expect(peakOf([process.pid]) - before).toBeLessThan(100_000);
    expect((await read(strToU8('dopo'), 'text/plain')).state).toBe('read');
  },
);

test('a file that is not where it should lie is not the fault of the file', async () => {
  const away = { sha256: 'd'.repeat(64), mediaType: 'text/plain', size: 5 };
  await expect(readFileParts(folder, away, async () => {})).rejects.toThrow('ENOENT');
});

test('what cannot be kept is not the fault of the file', async () => {
  const sha256 = await storeContent(folder, strToU8('testo'));
  const keep = async () => Promise.reject(new Error('no room'));
  await expect(readFileParts(folder, { sha256, mediaType: 'text/plain', size: 5 }, keep)).rejects.toThrow(
    'no room',
  );
});
