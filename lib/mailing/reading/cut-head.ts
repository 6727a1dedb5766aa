// The headers of a mail alone, without what they say of its parts: who wrote it is known even where nothing else can be read.

const longest = 64_000;
const ends = ['\n\n', '\n\r\n'];

/** @returns a mail without content; of endless headers the beginning */
export function cutHead(raw: Uint8Array): Uint8Array {
  const beginning = Buffer.from(raw.subarray(0, longest)).toString('latin1');
  const end = Math.min(
    ...ends.map((mark) => beginning.indexOf(mark)).filter((at) => at >= 0),
    beginning.length,
  );
  const fields = beginning.slice(0, end).split(/\r?\n(?![ \t])/);
  const kept = fields.filter((field) => !/^(?:content-|mime-version)/i.test(field));
  return Buffer.from(`${kept.join('\r\n')}\r\n\r\n`, 'latin1');
}
