import { getSchema } from '@tiptap/core';
import { Parser, parseDocument } from 'htmlparser2';
import { describe, expect, test } from 'vitest';
import { cleanPastedHtml as cleanParsed } from './clean-pasted-html';
import { documentToHtml } from './document-to-html';
import { documentToMarkdown } from './document-to-markdown';
import { hostileDocuments, hostileSnippets } from './fixtures/hostile-snippets';
import { htmlToDocument } from './html-to-document';
import { markdownToDocument } from './markdown-to-document';
import { normalizeDocument } from './normalize-document';
import { textExtensions } from './schema';

const schema = getSchema(textExtensions);
/** As in the browser, with another parser. */
const cleanPastedHtml = (html: string) => cleanParsed(parseDocument(html));

/** Everything a post may be made of, said again here: the renderer must not be its own judge. */
const allowed: Record<string, readonly string[]> = {
  ...Object.fromEntries(
    [
      'p',
      'h2',
      'h3',
      'ul',
      'li',
      'blockquote',
      'pre',
      'code',
      'strong',
      'em',
      'br',
      'table',
      'tbody',
      'tr',
    ].map((name) => [name, []]),
  ),
  ol: ['start'],
  td: ['colspan', 'rowspan'],
  th: ['colspan', 'rowspan'],
  a: ['href', 'rel'],
  img: ['src', 'alt', 'loading'],
  span: ['data-type', 'data-id', 'data-label'],
};

/** What a browser would make of the HTML, and what of that should not be there. */
function faultsOf(html: string): string[] {
  const faults: string[] = [];
  new Parser({
    onopentag(name, attributes) {
      const names = Object.keys(attributes);
      if (!Object.hasOwn(allowed, name)) faults.push(`<${name}>`);
      faults.push(...names.filter((each) => !allowed[name]?.includes(each)).map((each) => `${name} ${each}`));
      if (
        'href' in attributes &&
        !/^(?:https?:\/\/[\w-]|mailto:[\w-]|\/(?![/\\]))/i.test(attributes.href ?? '')
      ) {
        faults.push(`href ${attributes.href}`);
      }
      if ('src' in attributes && !/^\/api\/files\/[0-9a-f-]{36}$/.test(attributes.src ?? '')) {
        faults.push(`src ${attributes.src}`);
      }
    },
    oncomment: (words) => faults.push(`comment ${words}`),
    onprocessinginstruction: (_, words) => faults.push(`instruction ${words}`),
  }).end(html);
  return faults;
}

test('the judge sees faults', () => {
  const html =
    '<p onclick="x"><a href="javascript:1">a</a><img src="https://x.example/"><script>a</script><!-- a --></p>';
  expect(faultsOf(html)).toEqual([
    'p onclick',
    'href javascript:1',
    'src https://x.example/',
    '<script>',
    'comment  a ',
  ]);
});

test('there are enough of them, and no two alike', () => {
  expect(hostileSnippets.length).toBeGreaterThanOrEqual(60);
  expect(new Set(hostileSnippets.map(([, html]) => html)).size).toBe(hostileSnippets.length);
});

describe.each(hostileSnippets)('%s', (_, html, kept) => {
  test('pasted', () => {
    const clean = cleanPastedHtml(`<p>prima</p>${html}<p>dopo</p>`);
    expect(faultsOf(clean)).toEqual([]);
    expect(clean).toContain('prima');
    for (const words of kept) expect(clean).toContain(words);
    expect(clean).not.toMatch(/SEGRETO|javascript:|vbscript:|data:image|track\.example/i);
    expect(cleanPastedHtml(clean)).toBe(clean);
    expect(documentToHtml(htmlToDocument(`<p>prima</p>${html}<p>dopo</p>`))).toBe(clean);
    expect(() => schema.nodeFromJSON(htmlToDocument(html)).check()).not.toThrow();
  });

  test('typed as Markdown, it is text', () => {
    const given = html.slice(0, 5_000);
    const document = markdownToDocument(`prima\n\n${given}`, { unfinished: true });
    const rendered = documentToHtml(document);
    expect(faultsOf(rendered)).toEqual([]);
    expect(rendered).toContain('<p>prima</p>');
    expect(
      faultsOf(documentToHtml(markdownToDocument(documentToMarkdown(document), { unfinished: true }))),
    ).toEqual([]);
  });

  test('in every place of a document', () => {
    for (const given of hostileDocuments(html)) {
      const document = normalizeDocument(given, { unfinished: true });
      expect(faultsOf(documentToHtml(document))).toEqual([]);
      expect(() => schema.nodeFromJSON(document).check()).not.toThrow();
    }
  });

  test('in a document nobody put right', () => {
    for (const given of hostileDocuments(html)) expect(faultsOf(documentToHtml(given))).toEqual([]);
  });
});

test.each([
  ['a link', '[a](javascript:alert(1))'],
  ['a link in capitals', '[a](JaVaScRiPt:alert(1))'],
  ['a link with an entity', '[a](java&#115;cript:alert(1))'],
  ['a link with a line break', '[a](java\nscript:alert(1))'],
  ['a link with a tab', '[a](java\tscript:alert(1))'],
  ['a link in brackets', '[a](<javascript:alert(1)>)'],
  ['a link that is escaped', '[a](java\\script:alert(1))'],
  ['a link to data', '[a](data:text/html;base64,PHNjcmlwdD4=)'],
  ['a link to VBScript', '[a](vbscript:msgbox(1))'],
  ['a link without scheme', '[a](//evil.example)'],
  ['a link that looks like a path', '[a](/\\evil.example)'],
  ['an address in brackets', '<javascript:alert(1)>'],
  ['a title with a handler', '[a](https://x.example "x\\" onclick=\\"alert(1)")'],
  ['a reference', '[a][1]\n\n[1]: javascript:alert(1)'],
  ['an image', '![a](javascript:alert(1))'],
  ['a tracking pixel', '![](https://track.example/1.gif)'],
  ['an image of data', `![a](data:image/png;base64,${'A'.repeat(2_000)})`],
  ['an image that breaks out', '![a](/api/files/x"onerror="alert(1))'],
  ['words that break out', '![a"onerror="alert(1)](/api/files/0198c0de-0000-7000-8000-000000000001)'],
  ['a person that breaks out', '[@a"onclick="x](persona:0198c0de-0000-7000-8000-000000000001)'],
  ['code that ends itself', '```\n</code></pre><script>alert(1)</script>\n```'],
  ['a cell', '| a |\n|---|\n| <img src=x onerror=alert(1)> <br onclick=x> |'],
])('hostile Markdown: %s', (_, markdown) => {
  const html = documentToHtml(markdownToDocument(markdown, { unfinished: true }));
  expect(faultsOf(html)).toEqual([]);
  expect(html).not.toMatch(/(?:href|src)="(?!https?:\/\/|\/api\/files\/)/);
});
