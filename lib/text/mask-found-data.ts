// Puts a name of the kind in the place of each personal datum, so that a text still says what stood there.
import type { FoundData } from './find-personal-data';

/** Nothing of the datum is kept: the first letters of a tax code are the surname. */
export const masks: Record<FoundData['kind'], string> = {
  'codice-fiscale': '[codice fiscale]',
  permit: '[numero del permesso]',
  passport: '[numero del passaporto]',
};

/** @param found what was found in this very text, in order */
export function maskFoundData(
  text: string,
  found: readonly Pick<FoundData, 'kind' | 'start' | 'end'>[],
): string {
  let end = 0;
  const parts = found.map((each) => {
    const before = text.slice(end, each.start);
    end = each.end;
    return before + masks[each.kind];
  });
  return parts.join('') + text.slice(end);
}
