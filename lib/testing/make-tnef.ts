// Packs files as Outlook does into `winmail.dat` (MS-OXTNEF), for tests of unpacking.

export type PackedFile = { title: string; longName?: string; unicode?: boolean; content: string };

/** Titles are written in Windows-1252, long names in it or in UTF-16. */
export function makeTnef(files: readonly PackedFile[]): Buffer {
  const codepage = Buffer.alloc(8);
  codepage.writeUInt32LE(1252);
  const head = Buffer.from([0x78, 0x9f, 0x3e, 0x22, 0x01, 0x00]);
  const version = attribute(1, 0x00089006, Buffer.from([0, 0, 1, 0]));
  return Buffer.concat([head, version, attribute(1, 0x00069007, codepage), ...files.flatMap(packed)]);
}

function packed({ title, longName, unicode = false, content }: PackedFile): Buffer[] {
  const name = Buffer.from(`${longName}\0`, unicode ? 'utf16le' : 'latin1');
  const type = unicode ? 0x001f : 0x001e;
  const number = property(0x0003, 0x3705, Buffer.from([1, 0, 0, 0]));
  const properties = [
    number,
    property(type, 0x3707, Buffer.concat([uint(1), uint(name.length), padded(name)])),
  ];
  return [
    attribute(2, 0x00069002, Buffer.alloc(14)),
    attribute(2, 0x00018010, Buffer.from(`${title}\0`, 'latin1')),
    attribute(2, 0x0006800f, Buffer.from(content)),
    ...(longName ? [attribute(2, 0x00069005, Buffer.concat([uint(properties.length), ...properties]))] : []),
  ];
}

function attribute(level: number, id: number, value: Buffer): Buffer {
  const sum = Buffer.alloc(2);
  sum.writeUInt16LE(value.reduce((total, byte) => total + byte, 0) % 65_536);
  return Buffer.concat([Buffer.from([level]), uint(id), uint(value.length), value, sum]);
}

function property(type: number, id: number, value: Buffer): Buffer {
  const head = Buffer.alloc(4);
  head.writeUInt16LE(type);
  head.writeUInt16LE(id, 2);
  return Buffer.concat([head, value]);
}

function uint(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc((4 - (bytes.length % 4)) % 4)]);
}
