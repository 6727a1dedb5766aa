// Takes one message out of an mbox, and undoes what the mbox did to its lines.

const newline = 0x0a;
const quoteSign = 0x3e;
const from = Buffer.from('From ');

/**
 * mboxrd puts one `>` before every line `From …`, `>From …`; mboxo only before `From …`. One is taken off, which is
 * right for both but for a line that mboxo left alone because it already began with `>From `.
 */
export function readMessage(stored: Uint8Array): Uint8Array {
  const source = Buffer.from(stored.buffer, stored.byteOffset, stored.byteLength);
  const drops = escapedLines(source);
  if (drops.length === 0) return stored;
  const kept = new Uint8Array(source.length - drops.length);
  let written = 0;
  let start = 0;
  for (const drop of [...drops, source.length]) {
    kept.set(source.subarray(start, drop), written);
    written += drop - start;
    start = drop + 1;
  }
  return kept;
}

/** Offsets of the `>` to drop. */
function escapedLines(source: Buffer): number[] {
  const drops: number[] = [];
  for (let found = source.indexOf(from); found >= 0; found = source.indexOf(from, found + 1)) {
    let start = found;
    while (start > 0 && source[start - 1] === quoteSign) start -= 1;
    const atLineStart = start === 0 || source[start - 1] === newline;
    if (start < found && atLineStart) drops.push(start);
  }
  return drops;
}
