// Takes a person's tax code (codice fiscale) out of a text before others read it.

/** What stands in the place of each code. */
export const maskedTaxCode = '[codice fiscale]';

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

/** Only codes whose check character is right are masked, so that a protocol number that looks alike stays. */
export function maskPersonalData(text: string): { text: string; masked: number } {
  let masked = 0;
  const clean = text.replace(candidate, (code) => {
    if (!hasValidCheck(code.replace(gap, '').toUpperCase())) return code;
    masked += 1;
    return maskedTaxCode;
  });
  return { text: clean, masked };
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
