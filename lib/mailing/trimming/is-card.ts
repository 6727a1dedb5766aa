// Knows the card of a person or an office as it stands under a stroke: name, office, street, telephone; no sentences (MAIL.md E49).

const widest = 90;
const listItem = /^\s*(?:[-*•–]\s|\d{1,3}[.)]\s)/;
const contact =
  /\S@[\w-]|(?:^|[\s(])(?:tel|telefono|phone|fax|cell|mob|mobile|pec|e-?mail)\b\s?[.:]|www\.|https?:|\+?\d[\d /.-]{6,}\d/i;
const place =
  /^(?:(?:via|viale|piazza|corso|largo|ufficio|servizio|settore|area|sportello|comune|città|provincia|regione|prefettura|questura)\s|\d{5}\s)/i;
const name = /^\p{Lu}[\p{L}’'.-]{0,30}(?: \p{Lu}[\p{L}’'.-]{0,30}){1,4}$/u;
const longestNamed = 6;
const sentenceEnd = /[?!:;,]$|\S{2} \S+ \S+ \S+ \S+.*\.$/;

/**
 * @param lines filled lines only
 * @param opensParagraph an empty line stands above the stroke: then a name alone is enough
 */
export function isCard(lines: readonly string[], opensParagraph: boolean): boolean {
  const trimmed = lines.map((line) => line.slice(0, widest + 1).trim());
  const isPlain = trimmed.every(
    (line) => line.length <= widest && !listItem.test(line) && !sentenceEnd.test(line),
  );
  if (!isPlain) return false;
  const isNamed = opensParagraph && trimmed.length <= longestNamed && name.test(trimmed[0] ?? '');
  return isNamed || trimmed.some((line) => contact.test(line) || place.test(line));
}
