// Pairs the stars and lines of emphasis in a line, by the rules of CommonMark made a little kinder.

/** A run of one sign; `length` as written, `left` what has not found its other half. */
export type Run = { sign: string; length: number; left: number; canOpen: boolean; canClose: boolean };
type Mark = { type: string };
type Opener = { run: Run; token: number };

/** How far back an end looks for its beginning: more different signs are never open at once. */
const farthest = 8;

/** A `_` inside a word is part of it: `nome_del_file`. */
export function runAt(text: string, at: number): Run {
  const sign = text.charAt(at);
  let end = at;
  while (text.charAt(end) === sign) end += 1;
  const [before, after] = [text.charAt(at - 1), text.charAt(end)];
  const isInside = sign === '_' && /[\p{L}\p{N}]/u.test(before) && /[\p{L}\p{N}]/u.test(after);
  const canOpen = !isInside && after.trim() !== '';
  const canClose = !isInside && before.trim() !== '';
  return { sign, length: end - at, left: end - at, canOpen, canClose };
}

/** @returns for each token its marks, and for a run what of it remains to be read as it stands */
export function readEmphasis(tokens: readonly { run?: Run }[]): { marks: Mark[]; literal?: string }[] {
  const bold = tokens.map(() => 0);
  const italic = tokens.map(() => 0);
  const open: Opener[] = [];
  const pair = (begin: number, end: number, isBold: boolean) => {
    const counts = isBold ? bold : italic;
    counts[begin + 1] = (counts[begin + 1] ?? 0) + 1;
    counts[end] = (counts[end] ?? 0) - 1;
  };
  for (const [token, { run }] of tokens.entries()) {
    if (run?.canClose) closeAll(open, run, (begin, isBold) => pair(begin, token, isBold));
    if (run?.canOpen && run.left > 0) open.push({ run, token });
  }
  let [bolds, italics] = [0, 0];
  return tokens.map(({ run }, index) => {
    bolds += bold[index] ?? 0;
    italics += italic[index] ?? 0;
    const marks = [...(bolds > 0 ? [{ type: 'bold' }] : []), ...(italics > 0 ? [{ type: 'italic' }] : [])];
    return run ? { marks, literal: run.sign.repeat(run.left) } : { marks };
  });
}

/** Each turn uses up at least one sign, so that all turns together are as many as there are signs. */
function closeAll(open: Opener[], run: Run, pair: (begin: number, isBold: boolean) => void): void {
  while (run.left > 0) {
    const place = beginningOf(open, run);
    const opener = open[place];
    if (!opener) return;
    const used = Math.min(2, opener.run.left, run.left);
    pair(opener.token, used === 2);
    opener.run.left -= used;
    run.left -= used;
    open.length = opener.run.left > 0 ? place + 1 : place;
  }
}

function beginningOf(open: readonly Opener[], closer: Run): number {
  for (let place = open.length - 1; place >= Math.max(0, open.length - farthest); place--) {
    const opener = open[place];
    if (opener && goTogether(opener.run, closer)) return place;
  }
  return -1;
}

/** CommonMark, rules 9 and 10: in `*a**b***` the second run does not end the first. */
function goTogether(opener: Run, closer: Run): boolean {
  if (opener.sign !== closer.sign) return false;
  const isDoubtful = opener.canClose || closer.canOpen;
  const sum = opener.length + closer.length;
  return !isDoubtful || sum % 3 !== 0 || (opener.length % 3 === 0 && closer.length % 3 === 0);
}
