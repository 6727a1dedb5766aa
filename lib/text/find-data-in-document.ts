// Finds personal data in a document: in its words, in the texts of its images and in the addresses of its links.
import { documentToText } from './document-to-text';
import { type FoundData, findPersonalData } from './find-personal-data';
import type { TextDocument } from './schema';
import { textBlocks } from './text-blocks';

/** `words` as written; `places` where the editor shows them, none for what stands in an image or an address. */
export type DataInDocument = FoundData & { words: string; places: { from: number; to: number }[] };

/**
 * `start` and `end` count in the text of documentToText; beyond its end lie the addresses of links, one a line.
 * The same words are found once, with all their places.
 */
export function findDataInDocument(document: TextDocument): DataInDocument[] {
  const text = [documentToText(document), ...linkAddresses(document)].join('\n\n');
  const first = new Map<string, DataInDocument>();
  for (const found of findPersonalData(text)) {
    const words = text.slice(found.start, found.end);
    const known = first.get(words);
    if (!known) first.set(words, { ...found, words, places: [] });
    else if (found.level === 'block') known.level = 'block';
  }
  return withPlaces(document, [...first.values()]);
}

function withPlaces(document: TextDocument, found: DataInDocument[]): DataInDocument[] {
  if (found.length === 0) return found;
  const blocks = textBlocks(document);
  return found.map((each) => ({
    ...each,
    places: blocks.flatMap(({ text, from }) =>
      placesOf(each.words, text).map((index) => ({
        from: from + index,
        to: from + index + each.words.length,
      })),
    ),
  }));
}

function placesOf(words: string, text: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) places.push(at);
  return places;
}

function linkAddresses(node: TextDocument): string[] {
  const own = (node.marks ?? []).flatMap(({ attrs }) =>
    typeof attrs?.href === 'string' ? [attrs.href] : [],
  );
  return [...own, ...(node.content ?? []).flatMap(linkAddresses)];
}
