import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { getSchema } from '@tiptap/core';
import { parseDocument } from 'htmlparser2';
import { expect, test } from 'vitest';
import { lostWords, randomDocument, randomFrom } from '@/lib/testing/random-document';
import { cleanPastedHtml as cleanParsed } from './clean-pasted-html';
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';
import { htmlToDocument } from './html-to-document';
import { normalizeDocument } from './normalize-document';
import { tidyBlocks } from './paste/tidy-blocks';
import { textExtensions } from './schema';

const folder = path.join(import.meta.dirname, 'fixtures/pasted');
const samples = readdirSync(folder).filter((name) => name.endsWith('.clip.txt'));
const schema = getSchema(textExtensions);
/** As in the browser, with another parser; a browser takes away the list of offsets Windows puts first. */
const cleanPastedHtml = (html: string) => cleanParsed(parseDocument(html.replace(/^Version:[^<]*/, '')));

test.each(samples)('what %s puts on the clipboard', (name) => {
  const html = readFileSync(path.join(folder, name), 'utf8');
  const expected = readFileSync(path.join(folder, name.replace('.clip.', '.clean.')), 'utf8');
  expect(cleanPastedHtml(html)).toBe(expected.replaceAll('\n', ''));
  expect(documentToHtml(htmlToDocument(html))).toBe(cleanPastedHtml(html));
  expect(cleanPastedHtml(cleanPastedHtml(html))).toBe(cleanPastedHtml(html));
  expect(() => schema.nodeFromJSON(htmlToDocument(html)).check()).not.toThrow();
});

test.each([
  ['nothing', '', '<p></p>'],
  ['words alone', 'ciao', '<p>ciao</p>'],
  [
    'blanks that only lay out the source',
    '<p>\n  a\n  <b>b</b>\n</p>\n\n<p>c</p>',
    '<p>a <strong>b</strong></p><p>c</p>',
  ],
  ['blanks at the edges of marks', '<p>a <b> b </b> c</p>', '<p>a <strong>b </strong>c</p>'],
  ['blocks in a line', '<span>a<div>b</div>c</span>', '<p>a</p><p>b</p><p>c</p>'],
  ['two breaks are a paragraph', '<p>a<br><br>b<br>c<br></p>', '<p>a</p><p>b<br>c</p>'],
  ['a list without its end', '<ul><li>a<li>b', '<ul><li><p>a</p></li><li><p>b</p></li></ul>'],
  [
    'a list in a list, as old pages write it',
    '<ol><li>a</li><ol><li>b</li></ol></ol>',
    '<ol><li><p>a</p><ol><li><p>b</p></li></ol></li></ol>',
  ],
  ['an empty item', '<ul><li></li><li>a</li></ul>', '<ul><li><p>a</p></li></ul>'],
  [
    'a table that only places things',
    '<table role="presentation"><tr><td>a</td><td>b</td></tr></table>',
    '<p>a</p><p>b</p>',
  ],
  [
    'a table in a table',
    '<table><tr><td>a</td><td><table><tr><td>b</td><td>c</td></tr></table></td></tr></table>',
    '<p>a</p><table><tbody><tr><td><p>b</p></td><td><p>c</p></td></tr></tbody></table>',
  ],
  [
    'a caption',
    '<table><caption>Orari</caption><tr><th>a<td>b</table>',
    '<p>Orari</p><table><tbody><tr><th><p>a</p></th><td><p>b</p></td></tr></tbody></table>',
  ],
  [
    'bold that is not',
    '<b style="font-weight:normal">a</b><span style="font-weight:bold">b</span>',
    '<p>a<strong>b</strong></p>',
  ],
  ['a heading needs no bold', '<h4><b>a</b></h4>', '<h3>a</h3>'],
  [
    'two lists of Word side by side',
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">1.</span>a</p><p style="mso-list:l1 level1 lfo2"><span style="mso-list:Ignore">o</span>b</p>',
    '<ol><li><p>a</p></li></ol><ul><li><p>b</p></li></ul>',
  ],
  [
    'a list of Word that begins at three',
    '<p style="mso-list:l0 level1 lfo1"><span style="mso-list:Ignore">3)</span>a</p>',
    '<ol start="3"><li><p>a</p></li></ol>',
  ],
  [
    'a page of our own',
    '<p>Ciao <span data-type="mention" data-id="0198c0de-0000-7000-8000-000000000001" data-label="Anna Rossi">@Anna Rossi</span></p>',
    '<p>Ciao <span data-type="mention" data-id="0198c0de-0000-7000-8000-000000000001" data-label="Anna Rossi">@Anna Rossi</span></p>',
  ],
])('%s', (_, html, clean) => {
  expect(cleanPastedHtml(html)).toBe(clean);
});

test('10,000 documents nobody wrote come back from HTML tidied, no word lost', { timeout: 240_000 }, () => {
  const random = randomFrom(20_260_101);
  for (let times = 0; times < 10_000; times++) {
    const untidied = normalizeDocument(randomDocument(random));
    const document = normalizeDocument(tidyBlocks(untidied));
    const pages = new Set([documentToHtml(untidied), documentToHtml(document)]);
    for (const back of [...pages].map(htmlToDocument)) {
      if (JSON.stringify(back) !== JSON.stringify(document)) expect(back).toEqual(document);
    }
    expect(lostWords(untidied, documentToText(document))).toEqual([]);
  }
});

test.each([
  ['open tags', '<b>'.repeat(200_000)],
  ['tags that end nothing', '<b>'.repeat(300) + '</i>'.repeat(200_000)],
  ['quotes', '<blockquote>'.repeat(50_000)],
  ['tables', '<table><tr><td>'.repeat(30_000)],
  ['half a tag', `<a href="${'x'.repeat(900_000)}`],
  ['comments', '<!--'.repeat(200_000)],
  ['entities', '&amp;'.repeat(30_000)],
  ['style', `<p style="${'a:b;'.repeat(200_000)}">x</p>`],
  ['blanks in styles', `<p style="${' '.repeat(4_900)}">x</p>`.repeat(400)],
])('a long clipboard of %s comes to an end', (_, html) => {
  expect(htmlToDocument(html).type).toBe('doc');
});
