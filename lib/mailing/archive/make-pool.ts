// Keeps the strings of a whole archive small: each value once, and none as a window into a longer text.

/**
 * A piece cut out of a string holds the whole string in memory. @returns a function that gives for each value the one
 * copy of it
 */
export function makePool(): (text: string) => string {
  const kept = new Map<string, string>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const copy = Buffer.from(text).toString();
    kept.set(copy, copy);
    return copy;
  };
}
