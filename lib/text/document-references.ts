// Reads out of a document whom it names and which files it shows: what a deed checks and follows up.
import type { TextDocument } from './schema';

/** Ids of the persons named, each once, in the order of the text. */
export function mentionedPersons(document: TextDocument): string[] {
  return each(document, 'mention', 'id');
}

/** Addresses of the images shown, each once, in the order of the text. */
export function shownImages(document: TextDocument): string[] {
  return each(document, 'image', 'src');
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
