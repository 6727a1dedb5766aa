import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { randomDocument, randomFrom } from '@/lib/testing/random-document';
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';
import { findDataInDocument } from './find-data-in-document';
import { htmlToDocument } from './html-to-document';
import { maskDocument } from './mask-document';
import { normalizeDocument } from './normalize-document';
import { textExtensions } from './schema';
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

test('places are where the editor has the words, offsets where the plain text has them', () => {
  const document = htmlToDocument(`<ul><li>a<li>b <b>${code}</b></ul><p>e ${code}</p>`);
  const [found] = findDataInDocument(document);
  const inEditor = schema.nodeFromJSON(document);
  expect(found?.places.map(({ from, to }) => inEditor.textBetween(from, to))).toEqual([code, code]);
  expect(documentToText(document).slice(found?.start, found?.end)).toBe(code);
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
