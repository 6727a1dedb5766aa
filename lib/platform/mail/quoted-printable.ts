// Quoted-printable (RFC 2045 §6.7) that never breaks a word it was told of, so that the word can be replaced afterwards.

const lineLength = 76;

/**
 * @param text lines end with `\n`; `\r` is dropped
 * @param whole words of letters and digits that must stay in one piece, shorter than a line
 * @returns lines of at most 76 characters, ended by CRLF
 */
export function quotedPrintable(text: string, whole: readonly string[] = []): string {
  const atoms = new RegExp([...whole, '[\\s\\S]'].join('|'), 'gu');
  return text
    .replaceAll('\r', '')
    .split('\n')
    .map((line) => foldLine(line.match(atoms) ?? []))
    .join('\r\n');
}

function foldLine(atoms: readonly string[]): string {
  let folded = '';
  let length = 0;
  atoms.forEach((atom, index) => {
    const isLast = index === atoms.length - 1;
    const written = isPlain(atom) && !(isLast && isBlank(atom)) ? atom : encode(atom);
    const room = isLast ? lineLength : lineLength - 1;
    if (length + written.length > room) {
      folded += '=\r\n';
      length = 0;
    }
    folded += written;
    length += written.length;
  });
  return folded;
}

function isPlain(atom: string): boolean {
  return atom.length > 2 || /^[\t\x20-\x3c\x3e-\x7e]$/.test(atom);
}

function isBlank(atom: string): boolean {
  return atom === ' ' || atom === '\t';
}

function encode(atom: string): string {
  return Buffer.from(atom)
    .toString('hex')
    .toUpperCase()
    .replace(/../g, (byte) => `=${byte}`);
}
