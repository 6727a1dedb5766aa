// Renders a document into the only HTML a post may hold. Whatever is not in the two tables below comes out as its text.
import {
  serializeChildrenToHTMLString as children,
  renderJSONContentToString,
} from '@tiptap/static-renderer/json/html-string';
import { fileAddress } from './file-address';
import { linkAddress, linkRel } from './link-address';
import type { TextDocument } from './schema';

type Given = { children?: Parameters<typeof children>[0]; node: { text?: string; attrs?: unknown } };
type Mark = { children?: Parameters<typeof children>[0]; mark: { attrs?: unknown } };

const wrap = (tag: string) => (given: { children?: Parameters<typeof children>[0] }) =>
  `<${tag}>${children(given.children)}</${tag}>`;

/** Nothing is in the tables but what stands there: no document finds `constructor` in them. */
const bare = <Table extends object>(table: Table): Table => Object.assign(Object.create(null), table);

const inside = (given: { children?: Parameters<typeof children>[0] }) => children(given.children);

const render = renderJSONContentToString({
  nodeMapping: bare({
    doc: inside,
    text: ({ node }: Given) => escapeHtml(node.text ?? ''),
    paragraph: wrap('p'),
    heading: (given: Given) => wrap(attribute(given.node, 'level') === 2 ? 'h2' : 'h3')(given),
    bulletList: wrap('ul'),
    orderedList: orderedList,
    listItem: wrap('li'),
    blockquote: wrap('blockquote'),
    codeBlock: (given: Given) => `<pre><code>${children(given.children)}</code></pre>`,
    hardBreak: () => '<br>',
    image: ({ node }: Given) => image(attribute(node, 'src'), attribute(node, 'alt')),
    mention: ({ node }: Given) => mention(attribute(node, 'id'), attribute(node, 'label')),
    table: (given: Given) => `<table><tbody>${children(given.children)}</tbody></table>`,
    tableRow: wrap('tr'),
    tableHeader: (given: Given) => cell('th', given),
    tableCell: (given: Given) => cell('td', given),
  }),
  markMapping: bare({
    bold: wrap('strong'),
    italic: wrap('em'),
    code: wrap('code'),
    link: ({ mark, children: text }: Mark) => link(attribute(mark, 'href'), children(text)),
  }),
  unhandledNode: inside,
  unhandledMark: inside,
});

/**
 * The JSON renderer, not the ProseMirror one: the same output in 0.06 ms a text instead of 1.9 ms, and an import
 * of an archive renders two texts a mail.
 */
export function documentToHtml(document: TextDocument): string {
  return render({ content: document as Parameters<typeof render>[0]['content'] });
}

function orderedList(given: Given): string {
  const start = Number(attribute(given.node, 'start') ?? 1);
  const open = Number.isInteger(start) && start !== 1 ? `<ol start="${start}">` : '<ol>';
  return `${open}${children(given.children)}</ol>`;
}

function link(href: unknown, text: string): string {
  const address = linkAddress(href);
  return address === undefined ? text : `<a href="${escapeHtml(address)}" rel="${linkRel}">${text}</a>`;
}

function image(src: unknown, alt: unknown): string {
  const address = fileAddress(src);
  return address === undefined ? '' : `<img src="${address}" alt="${escapeHtml(words(alt))}" loading="lazy">`;
}

/** Only the name shows; the id stands beside it so that a copied text still says who is meant. */
function mention(id: unknown, label: unknown): string {
  const name = escapeHtml(words(label));
  return `<span data-type="mention" data-id="${escapeHtml(words(id))}" data-label="${name}">@${name}</span>`;
}

function cell(tag: 'td' | 'th', given: Given): string {
  const spans = ['colspan', 'rowspan'].flatMap((name) => {
    const span = attribute(given.node, name);
    return typeof span === 'number' && Number.isInteger(span) && span > 1 ? [` ${name}="${span}"`] : [];
  });
  return `<${tag}${spans.join('')}>${children(given.children)}</${tag}>`;
}

function attribute(thing: { attrs?: unknown }, name: string): unknown {
  return (thing.attrs as Record<string, unknown> | undefined)?.[name];
}

function words(given: unknown): string {
  return typeof given === 'string' ? given : '';
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
