// Posts are read some at a time, and fewer of them where long files hang: what is read at once must fit into memory.

/** `parts`: how many pieces of the text of its files a post brings. */
type Weighed = { id: string; parts: number };
type Most = { posts: number; parts: number };

/** In the order given; a post with more parts than that stands alone. @returns ids */
export function cutBatches(rows: readonly Weighed[], most: Most): string[][] {
  const batches: string[][] = [];
  let parts = 0;
  for (const row of rows) {
    const last = batches.at(-1);
    parts += row.parts;
    if (last && last.length < most.posts && parts <= most.parts) {
      last.push(row.id);
      continue;
    }
    batches.push([row.id]);
    parts = row.parts;
  }
  return batches;
}
