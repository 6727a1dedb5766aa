import { expect, test } from 'vitest';
import { isEmptyDocument, mentionedPersons, shownFiles } from './document-references';
import { markdownToDocument } from './markdown-to-document';

const [anna, bruno] = ['0198c0de-0000-7000-8000-000000000001', '0198c0de-0000-7000-8000-000000000002'];

test('persons and images, each once, wherever they stand', () => {
  const document = markdownToDocument(
    `- [@Bruno](persona:${bruno})\n\n> [@Anna](persona:${anna}) [@Bruno](persona:${bruno})\n\n![La sede](/api/files/${anna})`,
  );
  expect(mentionedPersons(document)).toEqual([bruno, anna]);
  expect(shownFiles(document)).toEqual([anna]);
});

test.each([
  ['', true],
  ['\\\n  \n>', true],
  ['| | |\n|-|-|\n| | |', true],
  ['a', false],
  [`![La sede](/api/files/${anna})`, false],
  [`[@Anna](persona:${anna})`, false],
])('%j says nothing: %s', (markdown, isEmpty) => {
  expect(isEmptyDocument(markdownToDocument(markdown))).toBe(isEmpty);
});
