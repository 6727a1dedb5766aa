// Takes a person's tax code (codice fiscale) out of a text before others read it.
import { findTaxCodes } from './find-tax-codes';
import { maskFoundData, masks } from './mask-found-data';

/** What stands in the place of each code. */
export const maskedTaxCode = masks['codice-fiscale'];

/** Only codes whose check character is right are masked, so that a protocol number that looks alike stays. */
export function maskPersonalData(text: string): { text: string; masked: number } {
  const found = findTaxCodes(text).map((range) => ({ ...range, kind: 'codice-fiscale' as const }));
  return { text: maskFoundData(text, found), masked: found.length };
}
