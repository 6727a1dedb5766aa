import { mkdtemp, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/core/refusal';
import { type SplitOptions, splitMbox } from './split-mbox';

const folder = await mkdtemp(path.join(os.tmpdir(), 'raccordo-mbox-'));
const from = 'From a@x.example Tue Mar 26 08:20:30 2019';

async function split(content: string, options?: SplitOptions) {
  const file = path.join(folder, 'a.mbox');
  await writeFile(file, content, 'latin1');
  const found = [];
  for await (const message of splitMbox(file, options)) found.push(message);
  return found;
}

async function bodies(content: string, options?: SplitOptions): Promise<(string | null)[]> {
  return (await split(content, options)).map(
    ({ raw }) => raw && Buffer.from(raw).toString('latin1').trimEnd(),
  );
}

test.each([
  ['two messages', `${from}\nA: 1\n\nuno\n\n${from}\nA: 2\n\ndue\n`, ['A: 1\n\nuno', 'A: 2\n\ndue']],
  ['mboxrd', `${from}\n\n>From x\n>>From y\n> From z\n`, ['\nFrom x\n>From y\n> From z']],
  [
    'mboxo: From without a date is text',
    `${from}\n\nFrom Rome\n\nFrom Milan, with love\n`,
    ['\nFrom Rome\n\nFrom Milan, with love'],
  ],
  ['From with a date inside a paragraph is text', `${from}\n\nuno\n${from}\n`, [`\nuno\n${from}`]],
  [
    'lines of Windows',
    `${from}\r\nA: 1\r\n\r\nuno\r\n\r\n${from}\r\nA: 2\r\n\r\n`,
    ['A: 1\r\n\r\nuno', 'A: 2'],
  ],
  ['empty lines in front', `\n\n${from}\nA: 1\n\nuno`, ['A: 1\n\nuno']],
  ['obscured senders', 'From a at x.example  Tue Mar 26 08:20:30 2019\nA: 1\n', ['A: 1']],
  ['a zone', 'From - Tue Mar 26 08:20:30 +0100 2019\nA: 1\n', ['A: 1']],
  ['nothing after the last line', `${from}\nA: 1\n\n${from}\n`, ['A: 1', '']],
])('%s', async (_, content, wanted) => {
  expect(await bodies(content)).toEqual(wanted);
  for (const chunk of [7, 31, 64]) expect(await bodies(content, { chunk })).toEqual(wanted);
});

test('says where a message is and when it came', async () => {
  const content = `${from}\nA: 1\n\nuno\n\n${from}\nA: 2\n\n>From due\n`;
  const [first, second] = await split(content);
  expect(first?.receivedAt?.toISOString()).toBe('2019-03-26T08:20:30.000Z');
  expect(content.slice(second?.offset, (second?.offset ?? 0) + (second?.length ?? 0))).toBe(
    'A: 2\n\n>From due\n',
  );
  expect(second?.position).toBe(2);
});

test('passes over a message that is too long, and goes on', async () => {
  const content = `${from}\n\n${'x'.repeat(5_000)}\n\n${from}\nA: 2\n`;
  expect(await bodies(content, { longestMessage: 1_000, chunk: 256 })).toEqual([null, 'A: 2']);
});

test.each([
  ['empty', '', 'archive-empty'],
  ['only spaces', ' \n\n \n', 'archive-empty'],
  ['a letter', 'Gentile collega,\n\nciao', 'archive-not-mbox'],
  ['one endless line', 'x'.repeat(100_000), 'archive-not-mbox'],
  ['bytes', '\u0000\u0001\u0002PK', 'archive-not-mbox'],
])('%s: one refusal', async (_, content, reason) => {
  const refused = await split(content).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Refusal);
  expect(refused).toMatchObject({ code: 'invalid', reason });
});
