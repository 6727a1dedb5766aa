// Says where in the editor personal data stand: every place of what was found, line by line in one pass.
import { findDataInDocument } from './find-data-in-document';
import type { TextDocument } from './schema';
import { seekWords } from './seek-words';
import { textBlocks } from './text-blocks';

/** Positions of ProseMirror, in order. What stands in an image or an address has none. */
export function findDataPlaces(document: TextDocument): { from: number; to: number }[] {
  const seek = seekWords(findDataInDocument(document).map(({ words }) => words));
  return textBlocks(document).flatMap(({ text, from }) =>
    seek(text).map(({ start, end }) => ({ from: from + start, to: from + end })),
  );
}
