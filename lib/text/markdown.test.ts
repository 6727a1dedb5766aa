import { getSchema } from '@tiptap/core';
import { expect, test } from 'vitest';
import { Refusal } from '@/lib/core/refusal';
import { randomDocument, randomFrom } from '@/lib/testing/random-document';
import { documentToHtml } from './document-to-html';
import { documentToMarkdown } from './document-to-markdown';
import { readBlocks } from './markdown/read-blocks';
import { widestTable } from './markdown/read-table';
import { markdownToDocument } from './markdown-to-document';
import { normalizeDocument } from './normalize-document';
import { tidyBlocks } from './paste/tidy-blocks';
import { type TextDocument, textExtensions } from './schema';

const schema = getSchema(textExtensions);
const id = '0198c0de-0000-7000-8000-000000000001';
/** Characters of the longest Markdown that is read at all. */
const longest = 400_000;
const link = (href: string, words: string) => `<a href="${href}" rel="noopener nofollow">${words}</a>`;

test.each([
  ['nothing', '', '<p></p>'],
  ['lines are lines', 'uno\ndue\r\n\r\ntre', '<p>uno<br>due</p><p>tre</p>'],
  [
    'emphasis',
    'a *b* **c** ***d*** _e_ __f__',
    '<p>a <em>b</em> <strong>c</strong> <em><strong>d</strong></em> <em>e</em> <strong>f</strong></p>',
  ],
  [
    'emphasis in emphasis',
    '**a *b* c** *d **e***',
    '<p><strong>a </strong><em><strong>b</strong></em><strong> c</strong> <em>d </em><em><strong>e</strong></em></p>',
  ],
  ['stars that are none', '5 * 3 * 2, * a*, **, nome_del_file', '<p>5 * 3 * 2, * a*, **, nome_del_file</p>'],
  ['code', '`a*b*` ``c`d`` `e', '<p><code>a*b*</code> <code>c`d</code> `e</p>'],
  ['escaped signs', '\\*a\\* \\[b](c) 1\\. \\\\ \\d', '<p>*a* [b](c) 1. \\ \\d</p>'],
  ['headings', '# a\n## b #\n### c\n###### d\n#e', '<h2>a</h2><h2>b</h2><h3>c</h3><h3>d</h3><p>#e</p>'],
  [
    'a quote ends where its signs end',
    '> a\n>\n> b\n>> c\nrisposta',
    '<blockquote><p>a</p><p>b</p><blockquote><p>c</p></blockquote></blockquote><p>risposta</p>',
  ],
  [
    'lists',
    '- a\n- b\n  c\n\n  d\n  1. e\n  2. f\n* g',
    '<ul><li><p>a</p></li><li><p>b<br>c</p><p>d</p><ol><li><p>e</p></li><li><p>f</p></li></ol></li></ul><ul><li><p>g</p></li></ul>',
  ],
  [
    'a list right below words',
    'Servono:\n- a\n- b\n\npoi',
    '<p>Servono:</p><ul><li><p>a</p></li><li><p>b</p></li></ul><p>poi</p>',
  ],
  ['a number that begins no list', 'dal\n2020. Anno\n3) c', '<p>dal<br>2020. Anno<br>3) c</p>'],
  ['a list that begins at three', '3. a\n4. b', '<ol start="3"><li><p>a</p></li><li><p>b</p></li></ol>'],
  [
    'two blanks under a number',
    '1. a\n  - b\n2. c',
    '<ol><li><p>a</p><ul><li><p>b</p></li></ul></li><li><p>c</p></li></ol>',
  ],
  [
    'code as a block',
    '```js\na\n  <b>\n```\nb\n~~~\nc',
    '<pre><code>a\n  &lt;b&gt;</code></pre><p>b</p><pre><code>c</code></pre>',
  ],
  [
    'a table',
    '| Comune | Ore |\n|---|:-:|\n| Vibrate | 2\\|3 |\n| `a` |\nfine',
    '<table><tbody><tr><th><p>Comune</p></th><th><p>Ore</p></th></tr><tr><td><p>Vibrate</p></td><td><p>2|3</p></td></tr><tr><td><p><code>a</code></p></td><td><p></p></td></tr></tbody></table><p>fine</p>',
  ],
  [
    'a table without a head',
    '| | |\n|-|-|\n|a<br>b|c|',
    '<table><tbody><tr><td><p>a<br>b</p></td><td><p>c</p></td></tr></tbody></table>',
  ],
  ['a rule is nothing', 'a\n\n---\n\nb\n***', '<p>a</p><p>b</p>'],
  [
    'a link',
    '[qui *ora*](https://x.example/a_b_c "t") [là](</a (b)>)',
    `<p>${link('https://x.example/a_b_c', 'qui ')}<em>${link('https://x.example/a_b_c', 'ora')}</em> ${link('/a%20(b)', 'là')}</p>`,
  ],
  [
    'an address alone',
    'v. https://x.example/_a_/b*c, <https://y.example> o a@x.example.',
    `<p>v. ${link('https://x.example/_a_/b*c', 'https://x.example/_a_/b*c')}, ${link('https://y.example', 'https://y.example')} o ${link('mailto:a@x.example', 'a@x.example')}.</p>`,
  ],
  ['a link that leads nowhere good', '[a](javascript:alert(1)) [b](data:x) [c] [d]()', '<p>a b [c] d</p>'],
  ['a link in a link', '[a [b](/c) d](/e)', `<p>[a ${link('/c', 'b')} d](/e)</p>`],
  [
    'an image of ours',
    `a ![La sede](/api/files/${id}) b`,
    `<p>a</p><img src="/api/files/${id}" alt="La sede" loading="lazy"><p>b</p>`,
  ],
  [
    'an image from elsewhere',
    '![foto](https://x.example/a.png) ![x](data:image/png;base64,AA)',
    `<p>${link('https://x.example/a.png', 'foto')} x</p>`,
  ],
  [
    'a person',
    `Ciao [@Anna Rossi](persona:${id})`,
    `<p>Ciao <span data-type="mention" data-id="${id}" data-label="Anna Rossi">@Anna Rossi</span></p>`,
  ],
  ['a person that is none', '[@Anna](persona:x)', '<p>@Anna</p>'],
  [
    'HTML is text',
    '<b>a</b> <script>b</script> &lt; &amp;\n<div onclick="x">',
    '<p>&lt;b&gt;a&lt;/b&gt; &lt;script&gt;b&lt;/script&gt; &amp;lt; &amp;amp;<br>&lt;div onclick=&quot;x&quot;&gt;</p>',
  ],
])('%s', (_, markdown, html) => {
  const document = markdownToDocument(markdown);
  expect(documentToHtml(document)).toBe(html);
  expect(() => schema.nodeFromJSON(document).check()).not.toThrow();
  expect(markdownToDocument(documentToMarkdown(document))).toEqual(document);
});

test('an image without words is refused, but not in a draft', () => {
  const markdown = `![](/api/files/${id})`;
  expect(() => markdownToDocument(markdown)).toThrow(
    expect.objectContaining({ reason: 'image-without-alt' }),
  );
  expect(documentToMarkdown(markdownToDocument(markdown, { unfinished: true }))).toBe(markdown);
});

test('2,000 documents nobody wrote come back from Markdown as they were, tables with all their words', () => {
  const random = randomFrom(42);
  for (let times = 0; times < 2_000; times++) {
    const document = normalizeDocument(tidyBlocks(normalizeDocument(randomDocument(random))));
    const back = markdownToDocument(documentToMarkdown(document));
    if (JSON.stringify(document).includes('"table"')) expect(lettersOf(back)).toBe(lettersOf(document));
    else if (JSON.stringify(back) !== JSON.stringify(document)) expect(back).toEqual(document);
  }
});

test.each([
  ['stars', '*a **b '],
  ['ends of emphasis', 'a* b** '],
  ['emphasis', '**a *b* c** '],
  ['brackets', '['],
  ['links', '[a](/b) '],
  ['half links', '[a]('],
  ['backticks', '`a``b```'],
  ['quotes', '>'],
  ['quoted lines', '> a\n'],
  ['items', '- a\n'],
  ['deeper items', '- a\n  - b\n    - c\n'],
  ['table rows', '|a|b|\n|-|-|\n'],
  ['backslashes', '\\'],
  ['addresses', 'https://x.example '],
  ['mailboxes', 'a@'],
  ['signs of headings', '# '],
  ['blanks', ' '],
  ['empty lines', '\n'],
  ['fences', '```\n'],
  ['images', '!['],
])('a long text of %s comes to an end', (_, piece) => {
  const lines = piece.split('\n').length - 1;
  const times = Math.min(Math.floor(longest / piece.length), Math.floor(19_999 / lines));
  expect(outcome(piece.repeat(times))).toMatch(/^(?:doc|text-too-long)$/);
});

test.each([
  ['a code of one long word', `\` ${'x'.repeat(199_000)}\``, 'doc'],
  ['a head too wide, with rows of one bar', `${'|'.repeat(5_000)}\n|-\n${'|\n'.repeat(5_000)}`, 'doc'],
  [
    'rows of one bar under a wide head',
    `${'|'.repeat(widestTable)}\n|-\n${'|\n'.repeat(19_997)}`,
    'text-too-long',
  ],
  ['many such tables', `${'|'.repeat(widestTable)}\n|-\n|\n|\n\n`.repeat(1_500), 'text-too-long'],
])('%s comes to an end', (_, markdown, expected) => {
  expect(outcome(markdown)).toBe(expected);
});

test('of all tables together no more cells are read than a document may have', () => {
  const table = `${'|'.repeat(widestTable)}\n|-\n${'|\n'.repeat(20)}\n`;
  const text = JSON.stringify(readBlocks(`${table}> |a|\n> |-|\n> |b|\n\n`.repeat(300).split('\n')));
  const cells = text.split('"tableCell"').length - 1;
  expect(cells).toBeGreaterThan(9_000);
  expect(cells).toBeLessThan(10_000 + widestTable);
});

test.each<[string, TextDocument[]]>([
  ['dashes that are no rule', [words(`${'-'.repeat(199_999)}x`)]],
  ['underscores in a word', [words(`a${'_'.repeat(199_998)}x`)]],
  ['backticks in a code', [{ type: 'codeBlock', content: [{ type: 'text', text: '`a'.repeat(100_000) }] }]],
  ['backticks in a line', [words('`a'.repeat(100_000), 'code')]],
  ['words in and out of bold italics', [dressedWords(19_000)]],
])('writing %s comes to an end', (_, content) => {
  const document = normalizeDocument({ type: 'doc', content });
  expect(lettersOf(markdownToDocument(documentToMarkdown(document)))).toBe(lettersOf(document));
});

test('a table of one row wider than anyone reads is written without filling the others', () => {
  const cell = (colspan: number) => ({ type: 'tableCell', attrs: { colspan }, content: [] });
  const row = (...content: object[]) => ({ type: 'tableRow', content });
  const wide = row(...Array.from({ length: 1_000 }, () => cell(50)));
  const rows = Array.from({ length: 1_000 }, () => row(cell(1)));
  const document = normalizeDocument({ type: 'doc', content: [{ type: 'table', content: [wide, ...rows] }] });
  expect(documentToMarkdown(document).length).toBeLessThan(1_000_000);
});

/** What takes squares of this length would not end within the time of a test. */
function outcome(markdown: string): string {
  try {
    return markdownToDocument(markdown).type ?? '';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
}

function words(text: string, ...marks: string[]): TextDocument {
  return { type: 'paragraph', content: [{ type: 'text', text, marks: marks.map((type) => ({ type })) }] };
}

function dressedWords(length: number): TextDocument {
  const marks = [{ type: 'bold' }, { type: 'italic' }];
  const one = (index: number) =>
    index % 2 ? { type: 'text', text: 'parole ' } : { type: 'text', text: 'parola', marks };
  return { type: 'paragraph', content: Array.from({ length }, (_, index) => one(index)) };
}

/** Letters and digits only: cells lose the place of their lines, not their words. */
function lettersOf(node: {
  text?: string;
  attrs?: { alt?: unknown; label?: unknown };
  content?: object[];
}): string {
  const own = `${node.text ?? ''}${node.attrs?.alt ?? ''}${node.attrs?.label ?? ''}`.replace(
    /[^\p{L}\p{N}]/gu,
    '',
  );
  return own + (node.content ?? []).map(lettersOf).join('');
}
