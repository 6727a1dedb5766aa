// Pages gathered into parts of a length that can be searched as one passage.

/** Characters: some pages of a circular, so that what stands together is found together. */
const longestPart = 20_000;
/** What nobody will read, nobody need find: the beginning says what it is. */
const mostParts = 200;

/** Blank pages are left out, long ones are cut. */
export async function* textParts(pages: AsyncIterable<string> | Iterable<string>): AsyncGenerator<string> {
  let gathered = '';
  let parts = 0;
  for await (const page of pages) {
    gathered = `${gathered}${gathered && '\n'}${tidy(page)}`;
    for (; gathered.length > longestPart && parts < mostParts; parts++) {
      const end = cutAt(gathered);
      yield gathered.slice(0, end);
      gathered = gathered.slice(end).trimStart();
    }
    if (parts === mostParts) return;
  }
  if (gathered.trim() !== '') yield gathered.trim();
}

/** PostgreSQL keeps no zero characters. */
function tidy(page: string): string {
  return page.replace(/\0+/g, ' ').trim();
}

function cutAt(text: string): number {
  const blank = text.slice(0, longestPart).search(/\s\S*$/);
  return blank > longestPart / 2 ? blank : longestPart;
}
