import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';
import { textExtensions } from './schema';
import { textToDocument } from './text-to-document';

const schema = getSchema(textExtensions);

test.each([
  ['empty', '', '<p></p>'],
  ['one line', 'Ciao', '<p>Ciao</p>'],
  ['paragraphs and broken lines', 'uno\ndue\n\n\ntre', '<p>uno<br>due</p><p>tre</p>'],
  ['signs of HTML', '<b>&"x"', '<p>&lt;b&gt;&amp;&quot;x&quot;</p>'],
  ['lists stay as they are', '- a\n- b\n1. c', '<p>- a<br>- b<br>1. c</p>'],
  ['a quote', 'sì\n> no\n> mai\ngià', '<p>sì</p><blockquote><p>no<br>mai</p></blockquote><p>già</p>'],
  ['a quote in a quote', '>> a\n> b', '<blockquote><blockquote><p>a</p></blockquote><p>b</p></blockquote>'],
  [
    'an address of the web',
    'v. (https://x.example/a?b=1&c=2).',
    '<p>v. (<a href="https://x.example/a?b=1&amp;c=2" rel="noopener nofollow">https://x.example/a?b=1&amp;c=2</a>).</p>',
  ],
  [
    'a host and a mailbox',
    'www.x.example o a.b@x.example',
    '<p><a href="https://www.x.example" rel="noopener nofollow">www.x.example</a> o <a href="mailto:a.b@x.example" rel="noopener nofollow">a.b@x.example</a></p>',
  ],
  ['no address of a program', 'javascript:alert(1)', '<p>javascript:alert(1)</p>'],
])('%s', (_, text, html) => {
  const document = textToDocument(text);
  expect(documentToHtml(document)).toBe(html);
  expect(() => schema.nodeFromJSON(document).check()).not.toThrow();
});

test('lines that a mail program wrapped flow again, others stay', () => {
  const wrapped = `${'parola '.repeat(10).trim()}\nparolaccia e poi fine\nAnna`;
  expect(documentToText(textToDocument(wrapped))).toBe(
    `${'parola '.repeat(10).trim()} parolaccia e poi fine\nAnna`,
  );
});

test('deep quotes end, and so does a long text', () => {
  expect(documentToHtml(textToDocument(`${'>'.repeat(500)} a`)).split('<blockquote>')).toHaveLength(9);
  const [quote] = textToDocument('> a https://x.example b\n'.repeat(40_000)).content ?? [];
  expect(quote?.type).toBe('blockquote');
});

test.each([
  ['one line', 'a'.repeat(1_000_000)],
  ['short lines', 'a\n'.repeat(500_000)],
  ['paragraphs', 'a\n\n'.repeat(330_000)],
  ['quotes by turns', '> a\nb\n'.repeat(160_000)],
])('E46 a megabyte of %s ends', (_, text) => {
  const signs = documentToText(textToDocument(text)).replace(/[^ab]/g, '').length;
  expect(signs).toBe(text.replace(/[^ab]/g, '').length);
});
