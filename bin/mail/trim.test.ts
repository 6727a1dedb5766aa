import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');

function run(args: string[], input: string) {
  const command = ['--import', 'tsx', 'bin/raccordo.ts', 'mail', 'trim', ...args];
  return spawnSync(process.execPath, command, { cwd: root, input, encoding: 'utf8' });
}

test('E40 E42 one text comes out as own words and the folded rest', () => {
  const done = run([], 'Sì, con delega.\n\nIl 03/03/25 10:15, Sergio ha scritto:\n> Serve?\n');
  expect(done.status).toBe(0);
  expect(JSON.parse(done.stdout)).toEqual({
    text: 'Sì, con delega.',
    folded: 'Il 03/03/25 10:15, Sergio ha scritto:\n> Serve?',
  });
});

test('E40 E47 many come one a line; a broken line is named, the others are answered', () => {
  const lines = [
    '{"id":"a","text":"Sì.\u2028\\n\\n> Serve?"}',
    'no',
    '',
    '{"id":"b","html":"<p>Sì.</p><blockquote>Serve?</blockquote>"}',
    '{"id":"c"}',
  ];
  const done = run(['--ndjson'], `${lines.join('\r\n')}\r\n`);
  expect(done.status).toBe(3);
  expect(done.stderr).toBe('Line 2 is not JSON.\nLine 5 has no id with a text or html beside it.\n');
  expect(
    done.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual([
    { id: 'a', text: 'Sì.', folded: '> Serve?' },
    { id: 'b', text: 'Sì.', folded: '> Serve?' },
  ]);
});

test('an option nobody knows is answered with how it is used', () => {
  const done = run(['--xml'], '');
  expect(done.status).toBe(2);
  expect(done.stderr).toBe('Usage: raccordo mail trim [--ndjson] < TEXT\n');
});
