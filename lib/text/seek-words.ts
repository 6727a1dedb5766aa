// Looks for many words in a text at once, in one walk over it.

/** `start` and `end` in UTF-16 units. */
export type Place = { words: string; start: number; end: number };

const beginning = /(?<![a-z0-9])[a-z0-9]/giu;

/**
 * Words are numbers and codes: they begin and end with an ASCII letter or digit, and inside a longer run of those they
 * are not found. Where two begin at one place the longer one counts. The time grows with the text and with how many
 * different lengths the words have, not with how many there are.
 * @returns places in order, none in another
 */
export function seekWords(words: Iterable<string>): (text: string) => Place[] {
  const known = new Set(words);
  const lengths = [...new Set([...known].map(({ length }) => length))].sort((one, other) => other - one);
  const longestAt = (text: string, start: number) =>
    lengths.find((length) => known.has(text.slice(start, start + length)) && endsAt(text, start + length));
  return (text) => {
    const found: Place[] = [];
    let from = 0;
    for (const { index: start } of known.size > 0 ? text.matchAll(beginning) : []) {
      const length = start < from ? undefined : longestAt(text, start);
      if (length === undefined) continue;
      from = start + length;
      found.push({ words: text.slice(start, from), start, end: from });
    }
    return found;
  };
}

function endsAt(text: string, end: number): boolean {
  return !/[a-z0-9]/iu.test(text.charAt(end));
}
