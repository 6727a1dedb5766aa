import { expect, test } from 'vitest';
import { htmlToText } from './html-to-text';
import { limitNesting } from './limit-nesting';

test('ordinary HTML comes back as it is', () => {
  const html = '<html><body><div><p>Uno<p>due<br><ul><li>a<li>b</ul><b>c</b></div></p></body></html>';
  expect(limitNesting(html)).toBe(html);
  const long = `<div>${'<p>riga<li>voce'.repeat(1_000)}</div>`;
  expect(limitNesting(long)).toBe(long);
});

test('what is nested too deep keeps its words and closes as often as it opens', () => {
  const html = `${'<div>'.repeat(300)}dentro${'</div>'.repeat(300)}<b>fuori</b>`;
  expect(limitNesting(html)).toBe(`${'<div>'.repeat(200)}dentro${'</div>'.repeat(200)}<b>fuori</b>`);
});

test.each([
  ['<div>', 100_000],
  ['<blockquote>', 50_000],
  ['<b>', 300_000],
  ['<table><tr><td>', 30_000],
  ['<p>', 100_000],
  ['<', 1_000_000],
  ['<a ', 300_000],
])('E46: %j, %i times, ends and is read', (piece, times) => {
  expect(htmlToText(`Ciao${piece.repeat(times)}`)).toMatch(/^Ciao/);
});
