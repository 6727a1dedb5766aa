// Initials and colour of an organisation, both from its name alone, so that it looks the same everywhere.

/** How many colours `styles/_marks.scss` holds. */
export const markColours = 12;

const kinds = new Set(['comune', 'città', 'unione', 'ufficio']);
const small = new Set([
  'di',
  'del',
  'della',
  'dell',
  'dei',
  'delle',
  'dello',
  'e',
  'la',
  'il',
  'lo',
  'per',
  'in',
  'a',
]);

/** Two letters: of the first two telling words, or the first two of a single one. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '' && !small.has(word.toLowerCase()));
  const telling = words.length > 1 ? words.filter((word) => !kinds.has(word.toLowerCase())) : words;
  const [first = '', second] = telling.length > 0 ? telling : words;
  const letters = second ? `${first.charAt(0)}${second.charAt(0)}` : first.slice(0, 2);
  return letters.toUpperCase();
}

/** From 1 to `markColours`. */
export function colourOf(name: string): number {
  let sum = 0;
  for (const letter of name) sum = (sum * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return (sum % markColours) + 1;
}
