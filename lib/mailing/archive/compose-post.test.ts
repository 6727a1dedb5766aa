import { expect, test } from 'vitest';
import { composePost } from './compose-post';

const code = 'RSSMRA80A01H501U';
const compose = (text: string) => composePost({ subject: 'Prova', text, files: [] });

test('a tax code across the end of what is looked at is masked', () => {
  for (let before = 63_980; before <= 64_000; before++) {
    const { html, text, quotedHtml, masked } = compose(`${'a '.repeat(before / 2)}${code} fine`);
    expect(masked).toBe(1);
    expect(`${html} ${text} ${quotedHtml}`).not.toMatch(/RSSM|H501U/);
  }
});

test.each([
  ['letters', 'a'.repeat(1_000_000)],
  ['short lines', 'a\n'.repeat(500_000)],
  ['paragraphs', 'a\n\n'.repeat(330_000)],
  ['full lines', `${'a'.repeat(70)}\n`.repeat(14_000)],
  ['quotes', `${'>'.repeat(99)} a\n`.repeat(10_000)],
])('E46 a mail of a megabyte of %s is composed, and what is searched stays small', (_, text) => {
  expect(compose(text).text.length).toBeLessThan(250_000);
});
