// A few may work at once, the others wait in the order they came.

/** @returns asks for a place; what that gives ends the use of it */
export function takeTurns(places: number): () => Promise<() => void> {
  let free = places;
  const waiting: (() => void)[] = [];
  const release = () => {
    const next = waiting.shift();
    if (next) next();
    else free += 1;
  };
  return async () => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    let isOver = false;
    return () => {
      if (!isOver) release();
      isOver = true;
    };
  };
}
