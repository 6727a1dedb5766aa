import { writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { parseMailFile } from './parse-mail-file';

const fixtures = path.resolve(import.meta.dirname, '../../lib/mailing/fixtures/mails');
const parent = '0192f0aa-0000-7000-8000-000000000001@liste.raccordo.example';
const sesId = '0102018f2a3b4c5d-1a2b3c4d-0000-4000-8000-abcdefabcdef-000000@eu-west-1.amazonses.com';

afterEach(() => {
  vi.restoreAllMocks();
});

async function parse(file: string): Promise<Record<string, unknown>> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const code = await parseMailFile([file]);
  const printed = String(write.mock.calls[0]?.[0]);
  write.mockRestore();
  return { code, ...JSON.parse(printed) };
}

const files = (...names: string[]) => names.map((filename) => expect.objectContaining({ filename }));
const noThread = { by: null, id: null };

test.each<[title: string, name: string, shown: object]>([
  [
    'E30: the token of a copy before all else',
    'reply-gmail',
    {
      ...{ outcome: 'posted', reason: null, kind: 'ordinary', from: 'rita@segrate.example' },
      ...{ subject: 'Re: Idoneità alloggiativa', thread: { by: 'token', id: 'a'.repeat(42) } },
      text: 'Noi la chiediamo solo per il ricongiungimento.',
      folded: expect.stringContaining('Voi la chiedete?'),
    },
  ],
  [
    'E47 E51: HTML of Outlook, with the image of its own part',
    'reply-outlook-html',
    {
      ...{ outcome: 'posted', thread: { by: 'in-reply-to', id: parent } },
      ...{ text: expect.stringMatching(/^Ecco il modello:/), attachments: files('image001.png') },
    },
  ],
  [
    'E32: References of iOS',
    'reply-ios',
    { outcome: 'posted', thread: { by: 'references', id: sesId }, text: 'Anche noi.' },
  ],
  [
    'E30: the root of a thread',
    'reply-root',
    { outcome: 'posted', thread: { by: 'root', id: '0192f0aa-0000-7000-8000-00000000000a' } },
  ],
  [
    'E33 E34: an answer by subject',
    'reply-by-subject',
    { outcome: 'posted', thread: { by: 'subject', id: 'saluti' } },
  ],
  [
    'E50 E52 E53 E54: a new thread with files',
    'new-thread',
    {
      ...{ outcome: 'new-thread', thread: noThread, text: 'Buongiorno, la ricevuta basta?' },
      attachments: [
        { filename: 'nota città.txt', mime: 'text/plain', size: expect.any(Number) },
        { filename: 'delibera.pdf.p7m', mime: 'application/pkcs7-mime', size: 44 },
        { filename: 'programma.exe', mime: 'application/octet-stream', size: 64 },
      ],
      warnings: ['file-kind:programma.exe'],
    },
  ],
  [
    'a renamed subject opens a thread',
    'renamed',
    { outcome: 'new-thread', thread: { by: 'in-reply-to', id: parent } },
  ],
  ['E20: an absence', 'absence', { outcome: 'automatic', reason: 'auto-submitted', kind: 'automatic' }],
  [
    'E22: an absence by its subject',
    'absence-by-subject',
    { outcome: 'held', reason: 'automatic-subject', kind: 'held' },
  ],
  ['E23: a read receipt', 'read-receipt', { outcome: 'automatic', reason: 'read-receipt' }],
  ['E24: an invitation accepted', 'calendar-accepted', { outcome: 'automatic', reason: 'calendar-answer' }],
  ['E24: an invitation', 'calendar-request', { outcome: 'new-thread', attachments: files('invito.ics') }],
  ['E25: a loop', 'loop', { outcome: 'automatic', reason: 'loop', kind: 'automatic' }],
  ['E25: through another list', 'through-another-list', { outcome: 'held', reason: 'foreign-list' }],
  ['E91: a command', 'command', { outcome: 'command', reason: 'unsubscribe' }],
  [
    'a tax code keeps it from being posted',
    'personal-data',
    { outcome: 'refused', reason: 'personal-data', warnings: ['personal-data:codice-fiscale'] },
  ],
  ['E13: DMARC failed', 'spoofed', { outcome: 'held', reason: 'spoofed' }],
  [
    'E93: certified mail',
    'pec',
    {
      ...{ outcome: 'new-thread', from: 'anagrafe@pec.segrate.example', subject: 'Circolare' },
      ...{ text: 'Vi giriamo la circolare.', attachments: [] },
    },
  ],
  ['E94: a receipt', 'pec-receipt', { outcome: 'automatic', reason: 'pec-receipt' }],
  [
    'E94: an error of certified mail',
    'pec-errore-consegna',
    { outcome: 'bounce', reason: 'pec-delivery-error' },
  ],
  [
    'E82: a bounce',
    'bounce-postfix',
    { outcome: 'bounce', reason: 'delivery-report', kind: 'bounce', attachments: [] },
  ],
  ['E43: nothing but a subject', 'empty', { outcome: 'refused', reason: 'empty' }],
])('%s', async (_, name, shown) => {
  expect(await parse(path.join(fixtures, `${name}.eml`))).toMatchObject({ code: 0, ...shown });
});

test.each([
  ['nothing', ''],
  ['bytes without a line', 'PK'],
  [
    'parts without end',
    Array.from(
      { length: 400 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    ).join(''),
  ],
])('E46: %s cannot be read, and is shown so', async (title, source) => {
  const file = path.join(os.tmpdir(), `raccordo-parse-${process.pid}-${title.replaceAll(' ', '-')}.eml`);
  await writeFile(file, source, 'latin1');
  expect(await parse(file)).toMatchObject({ code: 0, outcome: 'refused', reason: 'unreadable' });
});

test('a file that is not there, and a line that is not understood', async () => {
  const write = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await parseMailFile(['/nowhere/a.eml'])).toBe(3);
  expect(write).toHaveBeenCalledWith('The file of the mail does not exist.\n');
  expect(await parseMailFile([])).toBe(2);
  expect(await parseMailFile(['a', 'b'])).toBe(2);
});
