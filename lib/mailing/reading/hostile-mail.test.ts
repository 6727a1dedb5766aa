import { describe, expect, test } from 'vitest';
import { UnreadableMail } from '../model';
import { parseMail } from './parse-mail';

const now = new Date('2026-11-24T12:00:00Z');
const receivedAt = new Date('2024-05-02T10:00:00Z');

function parse(head: string) {
  return parseMail(Buffer.from(`${head}\n\nCiao\n`), { receivedAt, now });
}

describe('what no table could hold', () => {
  test('control characters in ids', async () => {
    const head = 'Message-ID: <a\u0000b@x>\nIn-Reply-To: <c\u0007@x>\nReferences: <d@x> <e\u0000\u009f@x>';
    expect(await parse(head)).toMatchObject({ messageId: 'ab@x', references: ['c@x', 'e@x', 'd@x'] });
    expect((await parse('Message-ID: <\u0000>')).messageId).toBeNull();
  });

  test('control characters in an address', async () => {
    expect((await parse('From: Anna <a\u0000@x.example>')).sender?.address).toBe('a@x.example');
  });

  test('a subject longer than any is cut at a word', async () => {
    const { subject } = await parse(`Subject: ${'parola '.repeat(1_000)}`);
    expect(subject).toMatch(/^(parola )+parola$/);
    expect(subject.length).toBeLessThanOrEqual(500);
    expect((await parse(`Subject: ${'a'.repeat(9_000)}`)).subject).toHaveLength(500);
  });

  test('an address and a name longer than any are cut', async () => {
    const { sender } = await parse(`From: ${'N'.repeat(900)} <${'a'.repeat(900)}@x.example>`);
    expect(sender?.address).toHaveLength(254);
    expect(sender?.name).toHaveLength(200);
  });

  test('E46 a date of a megabyte', async () => {
    const { sentAt } = await parse(`Date: Thu, 2 May 2024 09:00:00 +0200 ${'('.repeat(900_000)}`);
    expect(sentAt).toEqual(new Date('2024-05-02T07:00:00Z'));
  });
});

describe('what would take for ever, or all the room', () => {
  const head = 'From: a@x.example\nSubject: x';
  const parts = (count: number, part: string) =>
    `${head}\nContent-Type: multipart/mixed; boundary=b\n\n${`--b\n${part}\n`.repeat(count)}--b--`;
  const nested = Array.from(
    { length: 1_000 },
    (_, depth) => `Content-Type: multipart/mixed; boundary=b${depth}\n\n--b${depth}`,
  );
  const read = (source: string) => parseMail(Buffer.from(source), { receivedAt, now });

  test.each([
    ['E46: a megabyte of > lines', `${head}\n\n${'>\n'.repeat(500_000)}`, { text: /^>\n/ }],
    [
      'E46: thirty megabytes of short lines',
      `${head}\n\n${'parola\n'.repeat(4_300_000)}`,
      { text: /^parola/ },
    ],
    [
      'E46: elements without end',
      `${head}\nContent-Type: text/html\n\nCiao${'<div>'.repeat(100_000)}`,
      { text: /^Ciao/ },
    ],
    [
      'E46: ten thousand References',
      `${head}\nReferences: ${'<a@x> '.repeat(5_000)}<b@x>\n\nCiao`,
      { text: /^Ciao/ },
    ],
    [
      'E46: a hundred thousand addressees',
      `${head}\nTo: ${'a@x.example, '.repeat(100_000)}\n\nCiao`,
      { text: /^Ciao/ },
    ],
    ['E46: half of a mail', parts(1, 'Content-Type: text/plain\n\nCiao').slice(0, -6), { text: /^Ciao/ }],
  ])('%s', async (_, source, { text }) => {
    expect((await read(source)).text).toMatch(text);
  });

  test('E46: five hundred attachments, archives of archives among them, are files and are not opened', async () => {
    const zip = 'Content-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: base64\n\nUEsDBAo=';
    const { files } = await read(parts(500, zip));
    expect(files).toHaveLength(500);
    expect(files[0]?.bytes).toHaveLength(5);
  });

  test.each([
    ['E46: parts nested a thousand deep', `${head}\n${nested.join('\n')}\n\nCiao`],
    ['E46: a hundred thousand parts', parts(100_000, '')],
    ['E46: headers of three megabytes', `${head}\nX-A: ${'a'.repeat(3_000_000)}\n\nCiao`],
  ])('%s cannot be read, and says so', async (_, source) => {
    await expect(read(source)).rejects.toThrow(UnreadableMail);
  });

  test.each([
    ['nothing', Buffer.alloc(0)],
    ['every byte', Buffer.from(Array.from({ length: 70_000 }, (_, at) => at * 7919))],
  ])('E46: %s is read as a mail without anything', async (_, bytes) => {
    expect(await parseMail(bytes, { receivedAt, now })).toMatchObject({ sender: null, messageId: null });
  });
});

test('E62: of very many References the nearest count, and the oldest, which names the thread', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => `${index}@x`);
  const { references } = await parse(`References: ${ids.map((id) => `<${id}>`).join('\n ')}`);
  expect(references).toHaveLength(31);
  expect(references[0]).toBe('9999@x');
  expect(references.at(-1)).toBe('0@x');
});
