// Which page numbers a pagination shows: first, last, the current one with its neighbours, gaps between.

/** `number` is null for a gap. */
export type PageGap = { key: string; number: number | null };

/** A gap that would hide one single page shows that page instead. */
export function pagesToShow(page: number, pages: number): PageGap[] {
  const wanted = new Set([1, pages, page - 1, page, page + 1]);
  const shown: PageGap[] = [];
  for (let number = 1; number <= pages; number += 1) {
    const fillsGap = wanted.has(number - 1) && wanted.has(number + 1);
    if (wanted.has(number) || fillsGap) shown.push({ key: `${number}`, number });
    else if (shown.at(-1)?.number !== null) shown.push({ key: `gap-${number}`, number: null });
  }
  return shown;
}
