// The words of a document or table of a word processor: a zip of XML files, of which only those with words are opened.
import { unzipSync } from 'fflate';

const withWords = [
  /^word\/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml$/,
  /^xl\/sharedStrings\.xml$/,
  /^xl\/worksheets\/sheet\d+\.xml$/,
  /^ppt\/slides\/slide\d+\.xml$/,
  /^content\.xml$/,
];
/** Unpacked: a zip can promise far more than it weighs. */
const mostBytes = 100_000_000;

/** @throws when the file is no zip, or too much unpacks from it */
export function* readOffice(bytes: Uint8Array): Generator<string> {
  let unpacked = 0;
  const entries = unzipSync(bytes, {
    filter: ({ name, originalSize }) => {
      if (!withWords.some((pattern) => pattern.test(name))) return false;
      unpacked += originalSize;
      if (unpacked > mostBytes) throw new Error('too much to unpack');
      return true;
    },
  });
  const names = Object.keys(entries).toSorted();
  if (names.length === 0) throw new Error('no document inside');
  for (const name of names) yield wordsOf(new TextDecoder().decode(entries[name]), name);
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
