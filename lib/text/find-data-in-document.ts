// Finds personal data in a document: in its words, in the texts of its images and in the addresses of its links.
import { type FoundData, findPersonalData } from './find-personal-data';
import type { TextDocument } from './schema';
import { isInline } from './text-blocks';

/** `words` as written. */
export type DataInDocument = Pick<FoundData, 'kind' | 'level'> & { words: string };

/**
 * The same words are found once, with the graver level. Where they stand is said by findDataPlaces, for the editor.
 * Linear in the length of the document.
 */
export function findDataInDocument(document: TextDocument): DataInDocument[] {
  const text = [...sayings(document, '\n\n'), ...linkAddresses(document)].join('');
  const first = new Map<string, DataInDocument>();
  for (const { kind, level, start, end } of findPersonalData(text)) {
    const words = text.slice(start, end);
    const known = first.get(words);
    if (!known) first.set(words, { kind, level, words });
    else if (level === 'block') known.level = 'block';
  }
  return [...first.values()];
}

/** Lines as they are written, without the signs of lists and quotes that plain text has, so that no datum is parted by one. */
function sayings(node: TextDocument, end: string): string[] {
  const children = node.content ?? [];
  if (node.type === 'image') return [`${node.attrs?.alt ?? ''}${end}`];
  if (children.some(isInline)) return [children.map(wordsOf).join(''), end];
  return children.flatMap((child) => sayings(child, node.type === 'tableRow' ? ' | ' : end));
}

function wordsOf({ type, text, attrs }: TextDocument): string {
  return type === 'mention' ? `@${attrs?.label ?? ''}` : (text ?? '\n');
}

function linkAddresses(node: TextDocument): string[] {
  const own = (node.marks ?? []).flatMap(({ attrs }) =>
    typeof attrs?.href === 'string' ? [`${attrs.href}\n\n`] : [],
  );
  return [...own, ...(node.content ?? []).flatMap(linkAddresses)];
}
