import { expect, test } from 'vitest';
import { documentToMail } from './document-to-mail';
import { textToDocument } from './text-to-document';

const origin = 'https://raccordo.example';
const file = '0192aaaa-0000-7000-8000-000000000001';

const words = (text: string, href?: string, bold = false) => ({
  type: 'text',
  text,
  marks: [...(href ? [{ type: 'link', attrs: { href } }] : []), ...(bold ? [{ type: 'bold' }] : [])],
});
const paragraph = (...content: object[]) => ({ type: 'doc', content: [{ type: 'paragraph', content }] });

test('an image is a link to it, and a person who is named is a name alone', () => {
  const { html, text } = documentToMail(
    {
      type: 'doc',
      content: [
        { type: 'image', attrs: { src: `/api/files/${file}`, alt: 'Pianta dell’alloggio' } },
        { type: 'paragraph', content: [{ type: 'mention', attrs: { id: 'secret-id', label: 'Rita Sala' } }] },
      ],
    },
    origin,
  );
  expect(html).toBe(
    `<p><a href="${origin}/api/files/${file}" rel="noopener nofollow">[Pianta dell’alloggio]</a></p><p><strong>@Rita Sala</strong></p>`,
  );
  expect(text).toBe(`[Pianta dell’alloggio] (${origin}/api/files/${file})\n\n@Rita Sala`);
});

test.each([
  ['other words', [words('il modulo', 'https://a.example/m')], 'il modulo (https://a.example/m)'],
  ['the address itself', [words('a.example/m', 'https://a.example/m/')], 'a.example/m'],
  ['a mailbox', [words('rita@segrate.example', 'mailto:rita@segrate.example')], 'rita@segrate.example'],
  [
    'words that are bold in part',
    [words('il ', '/x'), words('modulo', '/x', true), words('.')],
    `il modulo (${origin}/x).`,
  ],
])('plain text says where a link leads: %s', (_what, content, expected) => {
  expect(documentToMail(paragraph(...content), origin).text).toBe(expected);
});

test('E66: what is too long is cut between paragraphs, the same in both texts', () => {
  const long = textToDocument(
    Array.from({ length: 3_000 }, (_, index) => `Riga ${index} ${'è'.repeat(20)}`).join('\n\n'),
  );
  const { html, text, isCut } = documentToMail(long, origin);
  expect(isCut).toBe(true);
  expect(Buffer.byteLength(html)).toBeLessThan(80_001);
  expect(html.split('</p>').length - 1).toBe(text.split('\n\n').length);
});

test('E66: a single paragraph that is too long is cut within', () => {
  const { html, isCut } = documentToMail(textToDocument('"è '.repeat(60_000)), origin);
  expect(isCut).toBe(true);
  expect(Buffer.byteLength(html)).toBeLessThan(80_001);
  expect(html.length).toBeGreaterThan(5_000);
});

test('an empty text stays one, and nothing is cut', () => {
  expect(documentToMail({ type: 'doc', content: [{ type: 'paragraph' }] }, origin)).toMatchObject({
    text: '',
    isCut: false,
  });
});
