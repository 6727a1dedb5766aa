// Recognises codici fiscali: their shape, their month and their check character, omocodia and what stands between included.

/**
 * Six letters, then digits that may have become letters (omocodia: codes that would otherwise be equal); a sign and how
 * often it stands.
 */
const groups = [
  ['[A-Z]', 3],
  ['[A-Z]', 3],
  ['[0-9LMNPQRSTUV]', 2],
  ['[ABCDEHLMPRST]', 1],
  ['[0-9LMNPQRSTUV]', 2],
  ['[A-Z]', 1],
  ['[0-9LMNPQRSTUV]', 3],
  ['[A-Z]', 1],
] as const;
/** Soft hyphens and blanks of no width: nobody sees them, wherever they stand. */
const unseen = String.raw`\p{Cf}{0,3}`;
/** People write the groups apart, with blanks, a hyphen or a new line between them; an empty line parts more than that. */
const gap = String.raw`(?:(?!\n\n)[\s\p{Cf}\p{Pd}\u2212]){0,3}`;
const candidate = new RegExp(
  `(?<![A-Z0-9])${groups.map(([sign, times]) => Array(times).fill(sign).join(unseen)).join(gap)}(?![A-Z0-9])`,
  'giu',
);
const between = /[\s\p{Cf}\p{Pd}\u2212]/gu;

/** D.M. 23 December 1976, art. 7: weights of the characters in odd places, 0–9 and then A–Z alike for A = 0. */
const oddWeights = [
  1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23,
];

/** Only codes whose check character is right, so that a protocol number that looks alike is none. */
export function findTaxCodes(text: string): { start: number; end: number }[] {
  return [...text.matchAll(candidate)]
    .filter(([code]) => hasValidCheck(code.replace(between, '').toUpperCase()))
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
