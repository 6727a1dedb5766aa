// Recognises codici fiscali: their shape, their month and their check character, omocodia and blanks between included.

/**
 * Six letters, then digits that may have become letters (omocodia: codes that would otherwise be equal). People write
 * the groups apart, with one space or hyphen between them.
 */
const candidate =
  /(?<![A-Z0-9])[A-Z]{3}[ \u00a0-]?[A-Z]{3}[ \u00a0-]?[0-9LMNPQRSTUV]{2}[ \u00a0-]?[ABCDEHLMPRST][ \u00a0-]?[0-9LMNPQRSTUV]{2}[ \u00a0-]?[A-Z][ \u00a0-]?[0-9LMNPQRSTUV]{3}[ \u00a0-]?[A-Z](?![A-Z0-9])/gi;
const gap = /[ \u00a0-]/g;

/** D.M. 23 December 1976, art. 7: weights of the characters in odd places, 0–9 and then A–Z alike for A = 0. */
const oddWeights = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Only codes whose check character is right, so that a protocol number that looks alike is none. */
export function findTaxCodes(text: string): { start: number; end: number }[] {
  return [...text.matchAll(candidate)]
    .filter(([code]) => hasValidCheck(code.replace(gap, '').toUpperCase()))
    .map(({ 0: code, index }) => ({ start: index, end: index + code.length }));
}

function hasValidCheck(code: string): boolean {
  let sum = 0;
  for (let index = 0; index < 15; index++) {
    const value = weightOf(code.charCodeAt(index));
    sum += index % 2 === 0 ? (oddWeights[value] ?? 0) : value;
  }
  return code.charCodeAt(15) === 65 + (sum % 26);
}

function weightOf(character: number): number {
  return character < 65 ? character - 48 : character - 65;
}
