// Parts a long text where nobody notices: at the end of a line, never inside a sign.

/** @returns the two parts, put together the text; the first at most `longest` characters */
export function cutAtLine(text: string, longest: number): [string, string] {
  if (text.length <= longest) return [text, ''];
  const line = text.lastIndexOf('\n', longest);
  const inSign = /[\ud800-\udbff]/.test(text.charAt(longest - 1));
  const end = line > 0 ? line : longest - (inSign ? 1 : 0);
  return [text.slice(0, end), text.slice(end)];
}
