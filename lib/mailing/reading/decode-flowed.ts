// Puts together the lines that a mail program broke and marked as broken (format=flowed, RFC 3676).

type Line = { depth: number; text: string };

/** @param delSp the space that marks a broken line is no part of the text */
export function decodeFlowed(text: string, { delSp = false } = {}): string {
  const lines: Line[] = [];
  let open = false;
  for (const source of text.replace(/\r\n?/g, '\n').split('\n')) {
    const line = read(source);
    const last = lines.at(-1);
    if (open && last && last.depth === line.depth) last.text += line.text;
    else lines.push(line);
    open = line.text.endsWith(' ') && line.text !== '-- ';
    const joined = lines.at(-1);
    if (open && delSp && joined) joined.text = joined.text.slice(0, -1);
  }
  return lines
    .map(({ depth, text: words }) => (depth > 0 ? `${'>'.repeat(depth)} ${words}` : words))
    .join('\n');
}

/** A space in front protects a line that begins like a quote or `From `; it is taken off. */
function read(source: string): Line {
  const depth = /^>*/.exec(source)?.[0].length ?? 0;
  const text = source.slice(depth);
  return { depth, text: text.startsWith(' ') ? text.slice(1) : text };
}
