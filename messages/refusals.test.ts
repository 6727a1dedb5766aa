import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { longestDocument } from '@/lib/text/normalize-document';
import { messages } from '.';

const lib = path.resolve(import.meta.dirname, '../lib');
const said = [
  /\bdeny\(\s*'([a-z-]+)'/g,
  /\bnew Refusal\(\s*'[a-z-]+',\s*'([a-z-]+)'/g,
  /\berror: '([a-z]+(?:-[a-z]+)+)'/g,
];

const sources = readdirSync(lib, { recursive: true, encoding: 'utf8' })
  .filter((file) => /(?<!\.test)\.tsx?$/.test(file) && !file.startsWith('testing'))
  .map((file) => readFileSync(path.join(lib, file), 'utf8'));

test('every reason a refusal names has its words', () => {
  const reasons = new Set(
    sources.flatMap((text) =>
      said.flatMap((form) => [...text.matchAll(form)].map((found) => found[1] ?? '')),
    ),
  );
  expect(reasons.size).toBeGreaterThan(10);
  expect([...reasons].filter((reason) => !(reason in messages.it.refusals)).sort()).toEqual([]);
});

test.each(['it', 'en'] as const)('the words for a text too long say the limit (%s)', (locale) => {
  const words = messages[locale].refusals['text-too-long'];
  expect(words).toContain(` ${longestDocument.toLocaleString(locale)} `);
});
