import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { randomDocument, randomFrom } from '@/lib/testing/random-document';
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';
import { findDataInDocument } from './find-data-in-document';
import { findDataPlaces } from './find-data-places';
import { htmlToDocument } from './html-to-document';
import { maskDocument } from './mask-document';
import { normalizeDocument } from './normalize-document';
import { type TextDocument, textExtensions } from './schema';
import { textBlocks } from './text-blocks';

const schema = getSchema(textExtensions);
const code = 'RSSMRA80A01H501U';

test.each([
  ['in a line', `<p>CF ${code}.</p>`, '<p>CF [codice fiscale].</p>'],
  [
    'half of it bold',
    `<p>CF RSSMRA<b>80A01</b>H501U e <b>poi</b></p>`,
    '<p>CF [codice fiscale] e <strong>poi</strong></p>',
  ],
  ['all of it bold', `<p>CF <b>${code}</b></p>`, '<p>CF <strong>[codice fiscale]</strong></p>'],
  ['twice', `<p>${code}, <i>${code}</i></p>`, '<p>[codice fiscale], <em>[codice fiscale]</em></p>'],
  ['in an address', `<p><a href="https://x.example/?cf=${code}">qui</a></p>`, '<p>qui</p>'],
  [
    'in a cell, its word in another',
    '<table><tr><td>passaporto<td>YA1234567</table>',
    '<table><tbody><tr><td><p>passaporto</p></td><td><p>[numero del passaporto]</p></td></tr></tbody></table>',
  ],
  ['on two lines', '<p>CF RSSMRA<br>80A01H501U e<br>poi</p>', '<p>CF [codice fiscale] e<br>poi</p>'],
  [
    'on two lines of an item',
    '<ul><li>CF <b>RSSMRA</b><br>80A01H501U</ul>',
    '<ul><li><p>CF <strong>[codice fiscale]</strong></p></li></ul>',
  ],
  [
    'in a list and in code',
    `<ul><li>permesso I12345678</ul><pre>${code}</pre>`,
    '<ul><li><p>permesso [numero del permesso]</p></li></ul><pre><code>[codice fiscale]</code></pre>',
  ],
])('%s', (_, html, masked) => {
  const document = htmlToDocument(html);
  const found = findDataInDocument(document);
  expect(found.length).toBeGreaterThan(0);
  const clean = maskDocument(document, found);
  expect(documentToHtml(clean)).toBe(masked);
  expect(findDataInDocument(clean)).toEqual([]);
});

test('in the text of an image', () => {
  const src = '/api/files/0198c0de-0000-7000-8000-000000000001';
  const document = { type: 'doc', content: [{ type: 'image', attrs: { src, alt: `Tessera di ${code}` } }] };
  const clean = maskDocument(document, findDataInDocument(document));
  expect(documentToText(clean)).toBe('[Tessera di [codice fiscale]]');
});

test('in the name of a person', () => {
  const attrs = { id: '0198c0de-0000-7000-8000-000000000001', label: `Anna ${code}` };
  const document = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }] };
  const clean = maskDocument(document, findDataInDocument(document));
  expect(documentToText(clean)).toBe('@Anna [codice fiscale]');
});

test.each([
  ['a line', `<ul><li>a<li>b <b>${code}</b></ul><p>e ${code}</p>`, [code, code]],
  [
    'a number found near its word, elsewhere too',
    '<p>passaporto 123456789</p><p>a123456789 123456789</p>',
    ['123456789', '123456789'],
  ],
  ['a number in a longer one', '<p>passaporto 12345678 o 123456789</p>', ['12345678']],
  [
    'a code on two lines of a quote',
    '<blockquote><p>a<br>RSSMRA<br>80A01H501U</p></blockquote>',
    ['RSSMRA\n80A01H501U'],
  ],
])('places are where the editor has the words: %s', (_, html, words) => {
  const document = htmlToDocument(html);
  const inEditor = schema.nodeFromJSON(document);
  const breaks = ({ type }: { type: { name: string } }) => (type.name === 'hardBreak' ? '\n' : '');
  const places = findDataPlaces(document);
  expect(places.map(({ from, to }) => inEditor.textBetween(from, to, '', breaks))).toEqual(words);
});

test.each([
  [
    'lines of their own',
    (texts: TextDocument[]) => texts.map((text) => ({ type: 'paragraph', content: [text] })),
  ],
  ['one line', (texts: TextDocument[]) => [{ type: 'paragraph', content: texts }]],
])('as many numbers as a document holds, in %s, come to an end', (_, arrange) => {
  const texts = Array.from({ length: 18_000 }, (_, index) => ({
    type: 'text',
    text: `YA${String(index).padStart(7, '0')} `,
    marks: index % 2 ? [{ type: 'bold' }] : [],
  }));
  const document = { type: 'doc', content: arrange(texts) };
  const found = findDataInDocument(document);
  expect(found.length).toBe(18_000);
  expect(findDataPlaces(document).length).toBe(18_000);
  expect(documentToText(maskDocument(document, found))).not.toMatch(/\d/);
});

test('every line of any document stands where it is said to', () => {
  const random = randomFrom(7);
  for (let times = 0; times < 200; times++) {
    const document = normalizeDocument(randomDocument(random));
    const inEditor = schema.nodeFromJSON(document);
    for (const { text, from } of textBlocks(document)) {
      const there = inEditor.textBetween(from, from + text.length, '', (leaf) =>
        leaf.type.name === 'hardBreak' ? '\n' : '\ufffc',
      );
      expect(there).toBe(text);
    }
  }
});
