// Turns a tree of HTML into nodes of a document: what an element means is kept, how it looks is not.
import type { Loose } from '../loose-node';
import type { Element } from './html-tree';
import { joinOfficeItems, type OfficeItem, signOf } from './office-lists';
import { headingLevelOf, isUnwanted, listMarkOf, styleOf } from './office-style';
import { pastedLink } from './pasted-link';
import { pastedTable } from './pasted-table';

export type Mark = { type: string; attrs?: { href: string } };

const blockNames = new Set([
  ...[
    'body',
    'html',
    'div',
    'section',
    'article',
    'main',
    'header',
    'footer',
    'nav',
    'aside',
    'address',
    'center',
  ],
  ...[
    'form',
    'fieldset',
    'figure',
    'figcaption',
    'details',
    'summary',
    'dl',
    'dt',
    'dd',
    'caption',
    'legend',
    'hr',
  ],
]);
const boldNames = new Set(['b', 'strong']);
const italicNames = new Set(['i', 'em', 'cite', 'dfn', 'var']);
const codeNames = new Set(['code', 'tt', 'kbd', 'samp']);

/** @returns loose nodes, inline and block mixed as they come; normalizeDocument puts them in order */
export function htmlToNodes(children: Element['children'], marks: readonly Mark[] = []): Loose[] {
  const found: Loose[] = [];
  let items: OfficeItem[] = [];
  const close = () => {
    found.push(...joinOfficeItems(items));
    items = [];
  };
  for (const child of children) {
    if (typeof child === 'string') {
      if (child.trim() !== '') close();
      if (items.length === 0) found.push(text(child, marks));
      continue;
    }
    if (isUnwanted(child)) continue;
    const mark = listMarkOf(child);
    if (mark) {
      items.push({ mark, sign: signOf(child) ?? '', content: block('paragraph', child, marks) });
      continue;
    }
    close();
    found.push(...nodesOf(child, marks));
  }
  close();
  return found;
}

function nodesOf(element: Element, marks: readonly Mark[]): Loose[] {
  const { name, attributes } = element;
  const level = /^h([1-6])$/.exec(name)?.[1] ?? headingLevelOf(element);
  if (level !== undefined) return [{ ...heading(Number(level)), content: inside(element, []) }];
  switch (name) {
    case 'p':
      return block('paragraph', element, marks);
    case 'br':
      return attributes.class === 'Apple-interchange-newline' ? [] : [{ type: 'hardBreak' }];
    case 'ul':
    case 'menu':
      return [{ type: 'bulletList', content: listContent(element, marks) }];
    case 'ol':
      return [
        {
          type: 'orderedList',
          attrs: { start: Number(attributes.start) },
          content: listContent(element, marks),
        },
      ];
    case 'li':
      return [{ type: 'listItem', content: inside(element, marks) }];
    case 'blockquote':
      return [{ type: 'blockquote', content: inside(element, marks) }];
    case 'pre':
      return [{ type: 'codeBlock', content: [{ type: 'text', text: rawText(element) }] }];
    case 'img':
      return [{ type: 'image', attrs: { src: attributes.src, alt: attributes.alt } }];
    case 'table':
      return pastedTable(element, (cell) => inside(cell, []));
    default:
      return blockNames.has(name) ? block('paragraph', element, marks) : inlineNodes(element, marks);
  }
}

function heading(level: number): Loose {
  return { type: 'heading', attrs: { level } };
}

/** Text around blocks inside a block stands in its own paragraph: the checker behind takes the block apart. */
function block(type: string, element: Element, marks: readonly Mark[]): Loose[] {
  const content = inside(element, marks);
  return [{ type, content }];
}

function inside(element: Element, marks: readonly Mark[]): Loose[] {
  return htmlToNodes(element.children, marksWithin(element, marks));
}

/** Between the items of a list stands nothing but blanks. */
function listContent(element: Element, marks: readonly Mark[]): Loose[] {
  return inside(element, marks).filter(
    ({ type, text: words }) => type !== 'text' || String(words).trim() !== '',
  );
}

function inlineNodes(element: Element, marks: readonly Mark[]): Loose[] {
  const { 'data-type': kind, 'data-id': id, 'data-label': label } = element.attributes;
  return kind === 'mention' ? [{ type: 'mention', attrs: { id, label } }] : inside(element, marks);
}

function marksWithin(element: Element, marks: readonly Mark[]): readonly Mark[] {
  const style = styleOf(element);
  const [, weight] = /(?:^|;)font-weight:(\w+)/.exec(style) ?? [];
  const [, slant] = /(?:^|;)font-style:(\w+)/.exec(style) ?? [];
  const isBold =
    weight === undefined ? boldNames.has(element.name) : /^(?:bold|bolder|[6-9]00)$/.test(weight);
  const isItalic = slant === undefined ? italicNames.has(element.name) : /^(?:italic|oblique)$/.test(slant);
  const href = element.name === 'a' ? pastedLink(element.attributes.href) : undefined;
  return [
    ...marks,
    ...(isBold ? [{ type: 'bold' }] : []),
    ...(isItalic ? [{ type: 'italic' }] : []),
    ...(codeNames.has(element.name) ? [{ type: 'code' }] : []),
    ...(href === undefined ? [] : [{ type: 'link', attrs: { href } }]),
  ];
}

function text(words: string, marks: readonly Mark[]): Loose {
  return { type: 'text', text: words.replace(/[\s\u00a0]+/g, ' '), marks };
}

function rawText(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : child.name === 'br' ? '\n' : rawText(child)))
    .join('');
}
