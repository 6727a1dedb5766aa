import { expect, test } from 'vitest';
import { documentToMarkdown } from '@/lib/text/document-to-markdown';
import { documentToText } from '@/lib/text/document-to-text';
import { markdownToDocument } from '@/lib/text/markdown-to-document';
import { textToDocument } from '@/lib/text/text-to-document';
import { addQuote } from './add-quote';

const first = {
  html: '<p>Vale *sei* mesi.</p><p>Poi serve\nuna dichiarazione.</p>',
  words: 'Rita Sala ha scritto:',
  isAnswered: false,
};
const second = { ...first, html: '<p>Guardiamo la data.</p>', words: 'Piero Massa ha scritto:' };
const begun = textToDocument('Buongiorno.');

test('the words of a post come below what was begun, under their author', () => {
  expect(documentToText(addQuote(begun, first))).toBe(
    'Buongiorno.\n\n> Rita Sala ha scritto:\n>\n> Vale *sei* mesi.\n>\n> Poi serve una dichiarazione.',
  );
});

test('a quotation that is there is not put in again, also after the way through a text area', () => {
  const quoted = addQuote(begun, first);
  expect(addQuote(quoted, first)).toBe(quoted);
  const typed = markdownToDocument(documentToMarkdown(quoted));
  expect(addQuote(typed, first)).toBe(typed);
});

test('one that was shortened stays so in an answer to that post', () => {
  const shortened = addQuote(begun, { ...first, html: '<p>Vale *sei* mesi.</p>' });
  expect(addQuote(shortened, { ...first, isAnswered: true })).toBe(shortened);
  expect(addQuote(shortened, first)).not.toBe(shortened);
});

test('another post is quoted beside it', () => {
  const both = documentToText(addQuote(addQuote(begun, first), { ...second, isAnswered: true }));
  expect(both).toContain('> Rita Sala ha scritto:');
  expect(both).toContain('> Piero Massa ha scritto:');
});
