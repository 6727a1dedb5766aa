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
  const width = lines.reduce((most, line) => Math.max(most, line.trimEnd().length), 0);
  if (width > widest || width < narrowest) return [...lines];
  const joined: string[] = [];
  let pieces: string[] = [];
  let previous: string | undefined;
  for (const line of lines) {
    if (previous !== undefined && wasFull(previous, line, width)) {
      pieces.push((pieces.pop() ?? '').trimEnd(), line.trimStart());
    } else {
      if (pieces.length > 0) joined.push(pieces.join(' '));
      pieces = [line];
    }
    previous = line;
  }
  if (pieces.length > 0) joined.push(pieces.join(' '));
  return joined;
}

/** Full: the first word of the next line would not have fitted any more. */
function wasFull(line: string, next: string, width: number): boolean {
  if (startsItem.test(next)) return false;
  const [word = ''] = next.trimStart().split(/\s/, 1);
  return line.trimEnd().length + 1 + word.length > width;
}
