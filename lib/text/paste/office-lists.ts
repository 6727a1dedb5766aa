// Makes real lists of the paragraphs Word writes for them, by the level each one carries.
import type { Loose } from '../loose-node';
import type { Element } from './html-tree';
import { type ListMark, listMarkOf } from './office-style';

/** A paragraph of Word that is an item, with the sign Word drew before it. */
export type OfficeItem = { mark: ListMark; sign: string; content: Loose[] };

type Level = { list: Loose & { content: Loose[] }; level: number };

/** Items that follow each other in one run become nested lists; another list of the document begins anew. */
export function joinOfficeItems(items: readonly OfficeItem[]): Loose[] {
  const found: Loose[] = [];
  let open: Level[] = [];
  let current = '';
  for (const { mark, sign, content } of items) {
    if (mark.list !== current) open = [];
    current = mark.list;
    open = open.filter(({ level }) => level <= mark.level);
    if (open.at(-1)?.level !== mark.level) {
      const list = { ...kindOf(sign), content: [] as Loose[] };
      (lastItem(open.at(-1)) ?? found).push(list);
      open.push({ list, level: mark.level });
    }
    open.at(-1)?.list.content.push({ type: 'listItem', content });
  }
  return found;
}

/** The sign stands in a span that says `mso-list:Ignore`, inside conditional comments that are gone by now. */
export function signOf(paragraph: Element): string | undefined {
  return listMarkOf(paragraph) && findIgnored(paragraph);
}

function findIgnored(element: Element): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const isIgnored = /mso-list:\s*ignore/i.test(child.attributes.style ?? '');
    const sign = isIgnored ? wordsOf(child) : findIgnored(child);
    if (sign !== '') return sign;
  }
  return '';
}

function wordsOf(element: Element): string {
  return element.children
    .map((child) => (typeof child === 'string' ? child : wordsOf(child)))
    .join('')
    .trim();
}

function lastItem(level: Level | undefined): Loose[] | undefined {
  const item = level?.list.content.at(-1);
  return Array.isArray(item?.content) ? item.content : undefined;
}

/** `3.` and `b)` count, `·`, `o` and `§` do not. */
function kindOf(sign: string): { type: string; attrs?: { start: number } } {
  const counted = /^\(?(\d{1,4}|[a-z]{1,5})[.)°]/i.exec(sign)?.[1];
  if (counted === undefined) return { type: 'bulletList' };
  const start = Number(counted);
  return start > 1 ? { type: 'orderedList', attrs: { start } } : { type: 'orderedList' };
}
