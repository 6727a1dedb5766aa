// Reads out of a document whom it names and which files it shows: what a deed checks and follows up.
import type { TextDocument } from './schema';

/** Ids of the persons named, each once, in the order of the text. */
export function mentionedPersons(document: TextDocument): string[] {
  return each(document, 'mention', 'id');
}

/** Ids of the files shown as images, each once, in the order of the text. */
export function shownFiles(document: TextDocument): string[] {
  return each(document, 'image', 'src').map((address) => address.slice(address.lastIndexOf('/') + 1));
}

/** What each file shown as an image shows, in words: id → alternative text. */
export function imageTexts(document: TextDocument): Map<string, string> {
  const inside = (document.content ?? []).flatMap((node) => [...imageTexts(node)]);
  const own = shownFiles({ ...document, content: [] }).map((id) => [id, String(document.attrs?.alt ?? '')]);
  return new Map([...inside, ...(own as [string, string][])]);
}

/** Whether there is nothing to publish: no word, no person, no image. */
export function isEmptyDocument(document: TextDocument): boolean {
  const says =
    document.type === 'image' || document.type === 'mention' || (document.text ?? '').trim() !== '';
  return !says && (document.content ?? []).every(isEmptyDocument);
}

function each(document: TextDocument, type: string, attribute: string): string[] {
  const found = new Set<string>();
  const walk = (node: TextDocument) => {
    const value: unknown = node.type === type ? node.attrs?.[attribute] : undefined;
    if (typeof value === 'string') found.add(value);
    node.content?.forEach(walk);
  };
  walk(document);
  return [...found];
}
