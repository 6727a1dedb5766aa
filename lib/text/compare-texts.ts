// Says how one text became another, word by word, as people read it.
import { diffWordsWithSpace } from 'diff';

export type TextPiece = { kind: 'same' | 'added' | 'removed'; text: string };

/** Words, signs and blanks that came or went, beyond which two texts count as wholly different: nobody reads more. */
const mostChanges = 1_000;

/** The pieces in reading order: without the added ones they are `before`, without the removed ones `after`. */
export function compareTexts(before: string, after: string): TextPiece[] {
  const pieces = diffWordsWithSpace(before, after, { maxEditLength: mostChanges });
  if (!pieces) return wholly(before, after);
  return pieces.map(({ added, removed, value }) => ({
    kind: added ? 'added' : removed ? 'removed' : 'same',
    text: value,
  }));
}

function wholly(before: string, after: string): TextPiece[] {
  const pieces: TextPiece[] = [
    { kind: 'removed', text: before },
    { kind: 'added', text: after },
  ];
  return pieces.filter(({ text }) => text !== '');
}
