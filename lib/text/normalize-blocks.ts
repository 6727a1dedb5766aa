// Puts right how paragraphs, lists, quotes, tables and images stand one in another.
import { fileAddress } from './file-address';
import { type Loose, looseAttribute, looseChildren } from './loose-node';
import { inlineTypes, normalizeInline, plainText, visible } from './normalize-inline';
import type { TextDocument } from './schema';

/** Lists and quotes deeper than this are shown at this depth: a page cannot indent for ever. */
const deepest = 8;
const widestSpan = 50;
const highestStart = 99_999;
const longestAlternative = 500;

/** `depth` of lists and quotes around; a table holds no table. */
type Place = { depth: number; inTable: boolean };

type Rule = (node: Loose, place: Place) => TextDocument[];

const rules: Record<string, Rule> = {
  paragraph: (node, place) => lines(node, place, { type: 'paragraph' }),
  heading: (node, place) => heading(node, place),
  codeBlock: (node) => codeBlock(node),
  blockquote: (node, place) => quote(node, place),
  bulletList: (node, place) => list(node, place, { type: 'bulletList' }),
  orderedList: (node, place) => list(node, place, { type: 'orderedList', ...startOf(node) }),
  listItem: (node, place) => list({ content: [node] }, place, { type: 'bulletList' }),
  image: (node) => image(node),
  table: (node, place) => table(node, place),
};

/** @returns blocks that keep to the schema; none for nothing */
export function normalizeBlocks(
  nodes: readonly Loose[],
  place: Place = { depth: 0, inTable: false },
): TextDocument[] {
  return inRuns(nodes, place, { type: 'paragraph' });
}

/** What stands loose in one line becomes a block of the given kind; blocks in between end the line. */
function inRuns(nodes: readonly Loose[], place: Place, kind: TextDocument): TextDocument[] {
  const found: TextDocument[] = [];
  let run: Loose[] = [];
  const close = () => {
    const content = trimmed(normalizeInline(run));
    if (content.some(({ type, text }) => type === 'mention' || text?.trim()))
      found.push({ ...kind, content });
    run = [];
  };
  for (const node of nodes.flatMap(known)) {
    if (inlineTypes.has(node.type)) {
      run.push(node);
    } else {
      close();
      found.push(...(rules[String(node.type)]?.(node, place) ?? []));
    }
  }
  close();
  return found;
}

/** Blanks at the ends of a line are never seen. */
function trimmed(content: readonly TextDocument[]): TextDocument[] {
  const isBlank = ({ text }: TextDocument) => text !== undefined && text.trim() === '';
  const first = content.findIndex((node) => !isBlank(node));
  const last = content.findLastIndex((node) => !isBlank(node));
  return content.slice(Math.max(0, first), last + 1).map((node, index, { length }) => {
    if (node.text === undefined) return node;
    const begun = index === 0 ? node.text.trimStart() : node.text;
    return { ...node, text: index === length - 1 ? begun.trimEnd() : begun };
  });
}

/** What we do not know gives way to what it holds. */
function known(node: Loose): Loose[] {
  const isKnown = inlineTypes.has(node.type) || Object.hasOwn(rules, String(node.type));
  return isKnown ? [node] : looseChildren(node).flatMap(known);
}

/** A paragraph without words is kept: in the middle of a text it is a distance someone wanted. */
function lines(node: Loose, place: Place, kind: TextDocument): TextDocument[] {
  const found = inRuns(looseChildren(node), place, kind);
  return found.length > 0 ? found : [{ type: 'paragraph' }];
}

function heading(node: Loose, place: Place): TextDocument[] {
  const level = Number(looseAttribute(node, 'level')) <= 2 ? 2 : 3;
  const oneLine = looseChildren(node).map((each) =>
    each.type === 'hardBreak' ? { type: 'text', text: ' ' } : each,
  );
  return inRuns(oneLine, place, { type: 'heading', attrs: { level } });
}

function codeBlock(node: Loose): TextDocument[] {
  const text = withoutEmptyEnd(plainText(node));
  return text.trim() === '' ? [] : [{ type: 'codeBlock', content: [{ type: 'text', text }] }];
}

function withoutEmptyEnd(text: string): string {
  let end = text.length;
  while (text.charAt(end - 1) === '\n') end -= 1;
  return text.slice(0, end);
}

function quote(node: Loose, place: Place): TextDocument[] {
  const content = normalizeBlocks(looseChildren(node), { ...place, depth: place.depth + 1 });
  if (content.length === 0 || place.depth >= deepest) return content;
  return [{ type: 'blockquote', content }];
}

function list(node: Loose, place: Place, kind: TextDocument): TextDocument[] {
  const items: TextDocument[][] = [];
  for (const child of looseChildren(node)) {
    const isItem = child.type === 'listItem';
    const content = normalizeBlocks(isItem ? looseChildren(child) : [child], {
      ...place,
      depth: place.depth + 1,
    });
    const above = items.at(-1);
    const hangsOn = !isItem && above !== undefined && /List$/.test(String(child.type));
    if (hangsOn) above.push(...content);
    else if (isItem || content.length > 0) items.push(content);
  }
  if (items.length === 0 || place.depth >= deepest) return items.flat();
  return [
    { ...kind, content: items.map((content) => ({ type: 'listItem', content: paragraphFirst(content) })) },
  ];
}

function paragraphFirst(content: TextDocument[]): TextDocument[] {
  const [first, ...rest] = content;
  if (first?.type === 'paragraph') return content;
  if (first?.type === 'heading') return [{ type: 'paragraph', content: first.content }, ...rest];
  return [{ type: 'paragraph' }, ...content];
}

function startOf(node: Loose): { attrs?: { start: number } } {
  const start = looseAttribute(node, 'start');
  return whole(start, 0, highestStart) === undefined || start === 1
    ? {}
    : { attrs: { start: Number(start) } };
}

function image(node: Loose): TextDocument[] {
  const src = fileAddress(looseAttribute(node, 'src'));
  if (src === undefined) return [];
  const given = looseAttribute(node, 'alt');
  const alt = typeof given === 'string' ? visible(given).replace(/\s+/g, ' ').trim() : '';
  return [{ type: 'image', attrs: { src, alt: alt.slice(0, longestAlternative) } }];
}

function table(node: Loose, place: Place): TextDocument[] {
  if (place.inTable)
    return looseChildren(node)
      .flatMap(cellsOf)
      .flatMap((each) => cellContent(each, place));
  const rows = looseChildren(node)
    .map(cellsOf)
    .filter((cells) => cells.length > 0);
  const content = rows.map((cells, index) => ({
    type: 'tableRow',
    content: cells.map((each) => cell(each, { ...place, inTable: true }, rows.length - index)),
  }));
  return content.length > 0 ? [{ type: 'table', content }] : [];
}

/** A row gives its cells; anything else in a table is a row of one cell. */
function cellsOf(row: Loose): Loose[] {
  return row.type === 'tableRow' ? looseChildren(row) : [{ type: 'tableCell', content: [row] }];
}

function cell(node: Loose, place: Place, rowsLeft: number): TextDocument {
  const colspan = whole(looseAttribute(node, 'colspan'), 2, widestSpan);
  const rowspan = whole(looseAttribute(node, 'rowspan'), 2, rowsLeft);
  const attrs = { ...(colspan && { colspan }), ...(rowspan && { rowspan }) };
  const content = cellContent(node, place);
  return {
    type: node.type === 'tableHeader' ? 'tableHeader' : 'tableCell',
    ...(Object.keys(attrs).length > 0 && { attrs }),
    content: content.length > 0 ? content : [{ type: 'paragraph' }],
  };
}

function cellContent(node: Loose, place: Place): TextDocument[] {
  const isCell = node.type === 'tableCell' || node.type === 'tableHeader';
  return normalizeBlocks(isCell ? looseChildren(node) : [node], place);
}

function whole(given: unknown, least: number, most: number): number | undefined {
  const isWhole = typeof given === 'number' && Number.isInteger(given);
  return isWhole && given >= least && given <= most ? given : undefined;
}
