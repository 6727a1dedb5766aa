// Takes the signs out of the text of a mail in HTML and says of which lines they spoke.
import { marks, type Sign } from './model';

const kinds: Record<string, Sign['kind']> = {
  [marks.cut]: 'cut',
  [marks.perhaps]: 'perhaps',
  [marks.said]: 'said',
  [marks.signature]: 'signature',
};
const closes: Record<string, Sign['kind']> = {
  [marks.saidEnd]: 'said',
  [marks.signatureEnd]: 'signature',
};
const anyMark = /[\ue000-\ue005]/g;
/** More are nobody's doing. */
const mostSigns = 200;
/** Longer ones are no attribution: the element held the message, too. */
const longestSaid = 6;

export function readSigns(raw: readonly string[]): { lines: string[]; signs: Sign[] } {
  const lines: string[] = [];
  const signs: Sign[] = [];
  const open: Sign[] = [];
  for (const line of raw) {
    const [mark] = line.match(anyMark) ?? [];
    if (mark === undefined || line.startsWith('>')) {
      lines.push(line.replace(anyMark, ''));
      continue;
    }
    const kind = kinds[mark];
    const closing = closes[mark];
    const words = line.replace(anyMark, '');
    if (closing && words.trim() !== '') lines.push(words);
    const at = lines.length;
    if (kind === 'cut' || kind === 'perhaps') signs.push({ kind, start: at, end: at });
    else if (kind) open.push({ kind, start: at, end: at });
    else if (closing) close(open, signs, closing, at);
    if (!closing && words.trim() !== '') lines.push(words);
  }
  return { lines, signs: signs.slice(0, mostSigns).filter((sign) => isSound(sign, lines)) };
}

function close(open: Sign[], signs: Sign[], kind: Sign['kind'], end: number): void {
  const last = open.at(-1);
  if (last?.kind !== kind) return;
  open.pop();
  signs.push({ ...last, end });
}

function isSound(sign: Sign, lines: readonly string[]): boolean {
  if (sign.kind !== 'said') return true;
  const said = lines.slice(sign.start, sign.end).filter((line) => line.trim() !== '');
  return said.length > 0 && said.length <= longestSaid;
}
