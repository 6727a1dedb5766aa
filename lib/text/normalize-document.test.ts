import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';
import { longestDocument, normalizeDocument } from './normalize-document';
import { textExtensions } from './schema';

const schema = getSchema(textExtensions);
const file = '0198c0de-0000-7000-8000-000000000001';
const t = (text: unknown, ...marks: unknown[]) => ({ type: 'text', text, marks });
const p = (...content: unknown[]) => ({ type: 'paragraph', content });
const image = (src: string, alt: unknown = 'La sede') => ({ type: 'image', attrs: { src, alt } });
const cell = (...content: unknown[]) => ({ type: 'tableCell', content });
const nest = (type: string, times: number): unknown =>
  times === 0
    ? p(t('fondo'))
    : {
        type,
        content: [
          type === 'bulletList'
            ? { type: 'listItem', content: [nest(type, times - 1)] }
            : nest(type, times - 1),
        ],
      };

test.each<[string, unknown[], string]>([
  ['nothing', [], '<p></p>'],
  ['empty lines at the ends', [p(), p(t('a')), p(), p(t('b')), p()], '<p>a</p><p></p><p>b</p>'],
  ['words outside a paragraph', [t('a'), t('b'), p(t('c'))], '<p>ab</p><p>c</p>'],
  [
    'unknown nodes give way to what they hold',
    [{ type: 'iframe', content: [p(t('a')), { type: 'x', content: [t('b')] }] }],
    '<p>a</p><p>b</p>',
  ],
  [
    'unknown marks go',
    [p(t('a', { type: 'blink' }, { type: 'bold', attrs: { style: 'x' } }))],
    '<p><strong>a</strong></p>',
  ],
  [
    'marks in the order of the schema',
    [p(t('a', { type: 'italic' }, { type: 'bold' }, { type: 'bold' }))],
    '<p><em><strong>a</strong></em></p>',
  ],
  ['code stands alone', [p(t('a', { type: 'bold' }, { type: 'code' }))], '<p><code>a</code></p>'],
  [
    'a link is worth more than code',
    [p(t('a', { type: 'code' }, { type: 'link', attrs: { href: '/forum' } }))],
    '<p><a href="/forum" rel="noopener nofollow">a</a></p>',
  ],
  ['a bad link', [p(t('a', { type: 'link', attrs: { href: 'javascript:alert(1)' } }))], '<p>a</p>'],
  ['a link without address', [p(t('a', { type: 'link' }))], '<p>a</p>'],
  [
    'headings of other levels',
    [
      { type: 'heading', attrs: { level: 1 }, content: [t('a')] },
      { type: 'heading', content: [t('b')] },
    ],
    '<h2>a</h2><h3>b</h3>',
  ],
  [
    'a heading is one line',
    [{ type: 'heading', attrs: { level: 2 }, content: [t('a'), { type: 'hardBreak' }, t('b')] }],
    '<h2>a b</h2>',
  ],
  ['a heading without words', [{ type: 'heading', attrs: { level: 2 } }, p(t('a'))], '<p>a</p>'],
  [
    'an image in a line',
    [p(t('a'), image(`/api/files/${file}`), t('b'))],
    `<p>a</p><img src="/api/files/${file}" alt="La sede" loading="lazy"><p>b</p>`,
  ],
  ['an image from elsewhere', [image('https://x.example/a.png'), p(t('a'))], '<p>a</p>'],
  ['an image inside the address', [image('data:image/png;base64,AAAA'), p(t('a'))], '<p>a</p>'],
  ['an image that is no file', [image(`/api/drafts/${file}`), p(t('a'))], '<p>a</p>'],
  ['an image below another path', [image(`/api/files/../x/${file}`), p(t('a'))], '<p>a</p>'],
  ['items outside a list', [{ type: 'listItem', content: [p(t('a'))] }], '<ul><li><p>a</p></li></ul>'],
  [
    'a list of anything',
    [{ type: 'bulletList', content: [t('a'), p(t('b'))] }],
    '<ul><li><p>a</p></li><li><p>b</p></li></ul>',
  ],
  [
    'a list right in a list',
    [
      {
        type: 'bulletList',
        content: [
          { type: 'listItem', content: [p(t('a'))] },
          { type: 'orderedList', content: [{ type: 'listItem', content: [p(t('b'))] }] },
        ],
      },
    ],
    '<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>',
  ],
  ['a list of nothing', [{ type: 'orderedList', content: [] }, p(t('a'))], '<p>a</p>'],
  [
    'an item that begins with a quote',
    [
      {
        type: 'bulletList',
        content: [{ type: 'listItem', content: [{ type: 'blockquote', content: [p(t('a'))] }] }],
      },
    ],
    '<ul><li><p></p><blockquote><p>a</p></blockquote></li></ul>',
  ],
  [
    'where counting starts',
    [
      { type: 'orderedList', attrs: { start: '7' }, content: [t('a')] },
      { type: 'orderedList', attrs: { start: 4 }, content: [t('b')] },
    ],
    '<ol><li><p>a</p></li></ol><ol start="4"><li><p>b</p></li></ol>',
  ],
  [
    'rows and cells of anything',
    [{ type: 'table', content: [{ type: 'tableRow', content: [t('a'), cell()] }, p(t('b'))] }],
    '<table><tbody><tr><td><p>a</p></td><td><p></p></td></tr><tr><td><p>b</p></td></tr></tbody></table>',
  ],
  [
    'a table in a cell',
    [
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              cell({
                type: 'table',
                content: [{ type: 'tableRow', content: [cell(p(t('a'))), cell(p(t('b')))] }],
              }),
            ],
          },
        ],
      },
    ],
    '<table><tbody><tr><td><p>a</p><p>b</p></td></tr></tbody></table>',
  ],
  [
    'spans that go too far',
    [
      {
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableHeader', attrs: { colspan: 2, rowspan: 9 }, content: [p(t('a'))] },
              { type: 'tableCell', attrs: { colspan: 9e9 }, content: [t('b')] },
            ],
          },
        ],
      },
    ],
    '<table><tbody><tr><th colspan="2"><p>a</p></th><td><p>b</p></td></tr></tbody></table>',
  ],
  ['cells outside a table', [cell(p(t('a')))], '<p>a</p>'],
  [
    'code keeps its lines and no dress',
    [{ type: 'codeBlock', attrs: { language: 'x' }, content: [t('a\n b', { type: 'bold' })] }],
    '<pre><code>a\n b</code></pre>',
  ],
  [
    'a person',
    [p({ type: 'mention', attrs: { id: file, label: ' Anna\nRossi ' } })],
    `<p><span data-type="mention" data-id="${file}" data-label="Anna Rossi">@Anna Rossi</span></p>`,
  ],
  [
    'a name without a person',
    [p({ type: 'mention', attrs: { id: 'x"', label: 'Anna' } }, { type: 'mention', attrs: { id: file } })],
    '<p>@Anna</p>',
  ],
  ['signs no database takes', [p(t('a\u0000b\ud800c\u202ed\ufeff\u200be'), t(7), t(''))], '<p>abcde</p>'],
  ['things that are no nodes', [null, 7, 'x', [], p(t('a'))], '<p>a</p>'],
  [
    'quotes without end',
    [nest('blockquote', 30)],
    `${'<blockquote>'.repeat(8)}<p>fondo</p>${'</blockquote>'.repeat(8)}`,
  ],
  [
    'lists without end',
    [nest('bulletList', 20)],
    `${'<ul><li><p></p>'.repeat(7)}<ul><li><p>fondo</p></li></ul>${'</li></ul>'.repeat(7)}`,
  ],
])('%s', (_, content, html) => {
  const document = normalizeDocument({ type: 'doc', content });
  expect(documentToHtml(document)).toBe(html);
  expect(() => schema.nodeFromJSON(document).check()).not.toThrow();
  expect(normalizeDocument(document)).toEqual(document);
});

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'text-malformed'],
  ['a text', '<p>a</p>', 'text-malformed'],
  ['a list', [], 'text-malformed'],
  ['a node of a document', p(t('a')), 'text-malformed'],
  ['nesting without end', { type: 'doc', content: [nest('blockquote', 5_000)] }, 'text-malformed'],
  [
    'more words than one reads',
    { type: 'doc', content: [p(t('a'.repeat(longestDocument + 1)))] },
    'text-too-long',
  ],
  [
    'addresses longer than one reads',
    {
      type: 'doc',
      content: [
        p(
          ...Array.from({ length: 9_000 }, (_, index) =>
            t('ab', { type: 'link', attrs: { href: `https://x.example/${index}${'x'.repeat(1_900)}` } }),
          ),
        ),
      ],
    },
    'text-too-long',
  ],
  [
    'texts of images longer than one reads',
    {
      type: 'doc',
      content: Array.from({ length: 500 }, () => image(`/api/files/${file}`, 'a'.repeat(450))),
    },
    'text-too-long',
  ],
  [
    'names longer than one reads',
    {
      type: 'doc',
      content: [p({ type: 'mention', attrs: { id: file, label: 'a'.repeat(longestDocument) } }, t('a'))],
    },
    'text-too-long',
  ],
  [
    'more nodes than one reads',
    { type: 'doc', content: Array.from({ length: 30_000 }, () => p()) },
    'text-too-long',
  ],
  [
    'an image without alternative text',
    { type: 'doc', content: [p(image(`/api/files/${file}`, ' '))] },
    'image-without-alt',
  ],
  [
    'also in a cell',
    {
      type: 'doc',
      content: [
        {
          type: 'table',
          content: [{ type: 'tableRow', content: [cell(image(`/api/files/${file}`, null))] }],
        },
      ],
    },
    'image-without-alt',
  ],
])('refused: %s', (_, given, reason) => {
  expect(() => normalizeDocument(given)).toThrow(expect.objectContaining({ code: 'invalid', reason }));
});

test('a draft may still lack the alternative text', () => {
  const given = { type: 'doc', content: [image(`/api/files/${file}`, null)] };
  expect(normalizeDocument(given, { unfinished: true }).content).toEqual([
    { type: 'image', attrs: { src: `/api/files/${file}`, alt: '' } },
  ]);
});

test('a code of empty lines comes to an end, and loses those behind its last word', () => {
  const text = `${'\n'.repeat(190_000)}x`;
  const given = { type: 'doc', content: [{ type: 'codeBlock', content: [t(`${text}\n\n`)] }] };
  expect(normalizeDocument(given).content).toEqual([
    { type: 'codeBlock', content: [{ type: 'text', text }] },
  ]);
});

test('the words of everything', () => {
  const row = (...words: string[]) => ({ type: 'tableRow', content: words.map((word) => cell(p(t(word)))) });
  const content = [
    { type: 'table', content: [row('Comune', 'Sportelli'), row('Vibrate', '2')] },
    image(`/api/files/${file}`),
    p(t('Ciao '), { type: 'mention', attrs: { id: file, label: 'Anna Rossi' } }),
    { type: 'codeBlock', content: [t('a\nb')] },
  ];
  expect(documentToText(normalizeDocument({ type: 'doc', content }))).toBe(
    'Comune | Sportelli\nVibrate | 2\n\n[La sede]\n\nCiao @Anna Rossi\n\na\nb',
  );
});
