// Which known words somebody may have meant by one that stands nowhere: a letter too many, too few, wrong, or two exchanged.

type Known = { word: string; documents: number };

const longWord = 8;
const mostMeant = 4;

/** The nearest ones, at most one letter away, two in a long word; of several the more usual ones. */
export function nearestWords(word: string, known: readonly Known[]): Known[] {
  const most = word.length >= longWord ? 2 : 1;
  const near = known
    .map((each) => ({ ...each, away: distance(word, each.word, most) }))
    .filter(({ away }) => away <= most);
  const nearest = Math.min(...near.map(({ away }) => away));
  return near
    .filter(({ away }) => away === nearest)
    .toSorted((one, other) => other.documents - one.documents)
    .slice(0, mostMeant)
    .map(({ word: found, documents }) => ({ word: found, documents }));
}

/** Damerau's distance; more than `most` is not told apart. */
function distance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const next = [row];
    for (let column = 1; column <= other.length; column++) {
      next.push(step(one, other, row, column, { before, last, next }));
    }
    [before, last] = [last, next];
  }
  return last[other.length] ?? most + 1;
}

type Rows = { before: number[]; last: number[]; next: number[] };

function step(one: string, other: string, row: number, column: number, { before, last, next }: Rows): number {
  const at = (numbers: number[], index: number) => numbers[index] ?? Number.POSITIVE_INFINITY;
  const isSame = one[row - 1] === other[column - 1];
  const isExchanged = row > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
  return Math.min(
    at(last, column) + 1,
    at(next, column - 1) + 1,
    at(last, column - 1) + (isSame ? 0 : 1),
    isExchanged && column > 1 ? at(before, column - 2) + 1 : Number.POSITIVE_INFINITY,
  );
}
