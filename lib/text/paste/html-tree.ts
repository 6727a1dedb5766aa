// The light tree that pasted HTML is read into, by the browser or by the server: elements and words, no more.

export type Element = { name: string; attributes: Record<string, string>; children: (Element | string)[] };

/** Elements deeper than this give their words to the one above. */
export const deepestElement = 60;

/** Gone with all they hold: programs, styles, foreign drawings, forms, other pages, what Office keeps for itself. */
const dropped = new Set([
  ...['head', 'title', 'style', 'script', 'noscript', 'template', 'link', 'meta', 'base', 'xml'],
  ...[
    'svg',
    'math',
    'canvas',
    'iframe',
    'frame',
    'frameset',
    'noframes',
    'noembed',
    'object',
    'embed',
    'applet',
  ],
  ...['audio', 'video', 'source', 'track', 'map', 'area', 'param', 'portal', 'xmp', 'plaintext'],
  ...['input', 'select', 'option', 'textarea', 'button', 'datalist', 'dialog'],
]);
const officeOnly = /^[vw]:/;

/** Whether an element is left out with all it holds. */
export function isDropped(name: string): boolean {
  return dropped.has(name) || officeOnly.test(name);
}

/** Parsers hand over words piece by piece; here they are one. */
export function appendWords({ children }: Element, words: string): void {
  const last = children.at(-1);
  if (typeof last === 'string') children[children.length - 1] = last + words;
  else children.push(words);
}
