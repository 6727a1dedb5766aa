// The words of a document or table of a word processor: a zip of XML files, of which only those with words are opened.
import { Unzip, type UnzipFile, UnzipInflate } from 'fflate';

const withWords = [
  /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
  /^ppt\/slides\/slide\d+\.xml$/,
  /^content\.xml$/,
];
/** Unpacked: a zip can promise far more than it weighs. */
const mostBytes = 100_000_000;
/** Packed, at a time: a thousandfold of it is what it can become. */
const perPush = 4_096;
/** Characters without the end of a paragraph after which one is no longer waited for. */
const longestWait = 1_000_000;
const ends = ['</w:p>', '</a:p>', '</si>', '</text:p>', '</text:h>', '</table:table-cell>', '</c>'];

/**
 * Some paragraphs at a time, unpacked only when they are asked for: memory does not grow with the document.
 * @throws when the file is no zip, or too much unpacks from it
 */
export function* readOffice(bytes: Uint8Array): Generator<string> {
  const unpacked: string[] = [];
  const meter = { bytes: 0, documents: 0 };
  const unzip = new Unzip((entry) => {
    if (!withWords.some((pattern) => pattern.test(entry.name))) return;
    meter.documents += 1;
    take(entry, meter, (words) => unpacked.push(words));
  });
  unzip.register(UnzipInflate);
  for (let from = 0; from < bytes.length; from += perPush) {
    unzip.push(bytes.subarray(from, from + perPush), from + perPush >= bytes.length);
    yield* unpacked.splice(0);
  }
  if (meter.documents === 0) throw new Error('no document inside');
}

function take(entry: UnzipFile, meter: { bytes: number }, give: (words: string) => void): void {
  const decoder = new TextDecoder();
  let rest = '';
  entry.ondata = (error, data, isLast) => {
    if (error) throw error;
    meter.bytes += data.length;
    if (meter.bytes > mostBytes) throw new Error('too much to unpack');
    rest += decoder.decode(data, { stream: !isLast });
    const end = isLast || rest.length > longestWait ? rest.length : lastEnd(rest);
    give(wordsOf(rest.slice(0, end), entry.name));
    rest = rest.slice(end);
  };
  entry.start();
}

function lastEnd(xml: string): number {
  const last = Math.max(...ends.map((end) => xml.lastIndexOf(end)));
  return last < 0 ? 0 : xml.indexOf('>', last) + 1;
}

/** In a sheet only texts written into the cell itself: shared ones stand in their own file, numbers are their indices. */
function wordsOf(xml: string, name: string): string {
  if (!name.startsWith('xl/worksheets/')) return plain(xml);
  return [...xml.matchAll(/<is>(.*?)<\/is>/gs)].map(([, cell = '']) => plain(cell)).join('\n');
}

function plain(xml: string): string {
  return xml
    .replace(/<(w:instrText|w:delText|office:annotation)\b[^>]*>.*?<\/\1>/gs, '')
    .replace(/<\/(?:w:p|a:p|si|text:p|text:h|table:table-cell)>/g, '\n')
    .replace(/<(?:w:tab|w:br|text:tab|text:s|text:line-break|a:br)\b[^>]*>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex, decimal, name) =>
      hex || decimal ? character(Number.parseInt(hex ?? decimal, hex ? 16 : 10)) : (entities[name] ?? whole),
    );
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function character(code: number): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : '';
}
