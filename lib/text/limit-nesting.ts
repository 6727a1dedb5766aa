// Takes the innermost elements out of HTML nested deeper than any letter, so that no parser of trees runs out of stack or time.

/** Depth in elements that are closed by hand; people reach some dozens, and forwarding programs a hundred. */
const deepest = 200;
const tag = /<(\/?)([a-z][a-z0-9:]*)\b[^<>]*>/gi;
/** Elements that hold nothing, or that the next one of their kind closes: they say nothing about depth. */
const flat = new Set([
  ...['area', 'base', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'param', 'source', 'wbr'],
  ...['p', 'li', 'dt', 'dd', 'td', 'th', 'tr', 'tbody', 'thead', 'tfoot', 'colgroup', 'option'],
]);

/** Words stay, all of them; ordinary HTML comes back as it is. Linear. */
export function limitNesting(html: string): string {
  let depth = 0;
  return html.replace(tag, (written, closing: string, name: string) => {
    if (flat.has(name.toLowerCase())) return written;
    if (closing === '') depth += 1;
    const isTooDeep = depth > deepest;
    if (closing !== '') depth = Math.max(0, depth - 1);
    return isTooDeep ? '' : written;
  });
}
