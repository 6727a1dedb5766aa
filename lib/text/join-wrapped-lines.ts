// Undoes the line breaks a mail program put in only because the line was full, so that text flows on any screen.

/** A mail program breaks at 80 columns at most; longer lines mean that nothing was wrapped. */
const widest = 80;
const narrowest = 60;
const startsItem = /^\s*(?:[-*•–]\s|\d{1,3}[.)]\s|[a-z]\)\s)/i;

/**
 * @param lines the lines of one paragraph
 * @returns the lines a person broke on purpose
 */
export function joinWrappedLines(lines: readonly string[]): string[] {
  const width = Math.max(0, ...lines.map((line) => line.trimEnd().length));
  if (width > widest || width < narrowest) return [...lines];
  const joined: string[] = [];
  let previous = '';
  for (const line of lines) {
    if (joined.length > 0 && wasFull(previous, line, width)) {
      joined.push(`${joined.pop()?.trimEnd()} ${line.trimStart()}`);
    } else {
      joined.push(line);
    }
    previous = line;
  }
  return joined;
}

/** Full: the first word of the next line would not have fitted any more. */
function wasFull(line: string, next: string, width: number): boolean {
  if (startsItem.test(next)) return false;
  const [word = ''] = next.trimStart().split(/\s/, 1);
  return line.trimEnd().length + 1 + word.length > width;
}
