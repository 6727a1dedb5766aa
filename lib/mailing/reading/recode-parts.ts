// Writes the parts of a very long mail in base64 before the parser sees them: it keeps a piece of memory for every line
// of a part in plain lines, and a megabyte of short ones would hold up everything else (MAIL.md E46).

/** Fewer lines are parsed as they are. */
const fewLines = 100;
/** Bytes that are parsed as they are where nothing else can be done. */
const longestPlain = 300_000;
/** More parts are no letter. */
const mostParts = 2_000;
const newline = 0x0a;
/** RFC 2046 allows 70 characters; some programs take more. */
const longestRuling = 256;

type Boundaries = Set<string>;

const wrapped = /^content-transfer-encoding[ \t]*:(?:.*(?:\n[ \t]+.*)*)\n?/im;

/**
 * What each part holds stays the same to the byte; what stands between parts, which nobody reads, goes.
 * @throws Error when there are thousands of parts, or a very long mail parts them in an unusual way
 */
export function recodeParts(raw: Uint8Array): Uint8Array {
  const source = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
  if (!hasMany(source)) return raw;
  const boundaries: Boundaries = new Set();
  const written: Buffer[] = [];
  let parts = 0;
  for (let at = 0; at < source.length; parts++) {
    if (parts > mostParts) throw new Error(`More than ${mostParts} parts.`);
    const end = nextBoundary(source, at, boundaries);
    const bodyAt = endOfHead(source, at, end);
    const head = source.toString('latin1', at, bodyAt).replaceAll('\r', '');
    const boundary = boundaryIn(head);
    if (boundary === '') return asItIs(source);
    if (boundary) boundaries.add(boundary);
    const bodyEnd = boundary ? nextBoundary(source, bodyAt, boundaries) : end;
    written.push(
      ...(boundary ? [Buffer.from(head, 'latin1')] : recode(head, source.subarray(bodyAt, bodyEnd))),
    );
    at = passBoundaries(source, bodyEnd, boundaries, written);
  }
  return Buffer.concat(written);
}

function hasMany(source: Buffer): boolean {
  let at = -1;
  for (let count = 0; count < fewLines; count++) {
    at = source.indexOf(newline, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** Where the next line begins that parts one part from another, or the end. */
function nextBoundary(source: Buffer, from: number, boundaries: Boundaries): number {
  const isAtStart = from === 0 || source[from - 1] === newline;
  if (isAtStart && ruling(source, from, boundaries)) return from;
  const firstSigns = new Set([...boundaries].map((boundary) => boundary.charCodeAt(0)));
  if (boundaries.size === 0) return source.length;
  for (let at = source.indexOf('\n--', from); at >= 0; at = source.indexOf('\n--', at + 1)) {
    if (firstSigns.has(source[at + 3] ?? newline) && ruling(source, at + 1, boundaries)) return at + 1;
  }
  return source.length;
}

/** Whether a line begins a part or ends the last one; null for any other line. */
function ruling(source: Buffer, at: number, boundaries: Boundaries): 'begins' | 'ends' | null {
  const end = source.subarray(at, at + longestRuling).indexOf(newline);
  const line = source.toString('latin1', at, end < 0 ? at + longestRuling : at + end).trimEnd();
  if (!line.startsWith('--')) return null;
  if (boundaries.has(line.slice(2))) return 'begins';
  return line.endsWith('--') && boundaries.has(line.slice(2, -2)) ? 'ends' : null;
}

/** Behind the empty line after the headers; a part may end before it. */
function endOfHead(source: Buffer, at: number, end: number): number {
  if (source[at] === newline) return at + 1;
  if (source[at] === 0x0d && source[at + 1] === newline) return at + 2;
  const part = source.subarray(at, end);
  const ends = ['\n\n', '\n\r\n'].map((mark) => part.indexOf(mark) + mark.length);
  return at + Math.min(part.length, ...ends.filter((each) => each > 2));
}

/** @returns null for a part that holds no others, nothing where it is not understood */
function boundaryIn(head: string): string | null {
  const unfolded = head.replace(/\n[ \t]+/g, ' ');
  const [, type] = /^content-type[ \t]*:[ \t]*(multipart\/.*)$/im.exec(unfolded) ?? [];
  if (type === undefined) return null;
  const [, quoted, bare] = /;\s*boundary\s*=\s*(?:"([^"\\]{1,200})"|([^\s;"]{1,200}))/i.exec(type) ?? [];
  return (quoted ?? bare ?? inPieces(type)).trimEnd();
}

/** RFC 2231 §3: `boundary*0=…; boundary*1=…`. */
function inPieces(type: string): string {
  const pieces = /;\s*boundary\*(\d{1,2})\s*=\s*(?:"([^"\\]{1,200})"|([^\s;"]{1,200}))/gi;
  const found = [...type.matchAll(pieces)].map(([, at, quoted, bare]) => ({
    at,
    said: quoted ?? bare ?? '',
  }));
  return found
    .sort((one, other) => Number(one.at) - Number(other.at))
    .map(({ said }) => said)
    .join('');
}

/** How its parts are parted is written in a way that only the parser knows. */
function asItIs(source: Buffer): Buffer {
  if (source.length > longestPlain) throw new Error('Very long, and its parts are parted in an unusual way.');
  return source;
}

/** Quoted-printable stays: it is read line by line without keeping any. */
function recode(head: string, body: Buffer): Buffer[] {
  const [given = ''] = wrapped.exec(head) ?? [];
  const encoding = given
    .slice(given.indexOf(':') + 1)
    .trim()
    .toLowerCase();
  if (encoding === 'quoted-printable') return [Buffer.from(head, 'latin1'), body];
  const fields = head.replace(wrapped, '').trimEnd();
  const lines = body.toString('latin1').replace(/\r+\n/g, '\n');
  const whole = lines === '' || lines.endsWith('\n') ? lines : `${lines}\n`;
  const coded =
    encoding === 'base64' ? lines.replaceAll('\n', '') : Buffer.from(whole, 'latin1').toString('base64');
  const start = fields === '' ? '' : `${fields}\n`;
  return [Buffer.from(`${start}Content-Transfer-Encoding: base64\n\n${coded}\n`, 'latin1')];
}

/** Copies the line that ends a part. What stands behind the last of several parts is nobody's. */
function passBoundaries(source: Buffer, from: number, boundaries: Boundaries, written: Buffer[]): number {
  let at = from;
  while (at < source.length) {
    const end = source.indexOf(newline, at);
    const next = end < 0 ? source.length : end + 1;
    written.push(source.subarray(at, next));
    if (ruling(source, at, boundaries) === 'begins') return next;
    at = nextBoundary(source, next, boundaries);
  }
  return at;
}
