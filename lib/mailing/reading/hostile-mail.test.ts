import { describe, expect, test } from 'vitest';
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
