// The properties of a file inside `winmail.dat` that say its long name, and its content where it stands among them (MS-OXTNEF §2.1.3.5).

export type TnefProperties = { longName: string; name: string; data: Uint8Array | undefined };

const ids = { data: 0x3701, name: 0x3704, longName: 0x3707 } as const;
const types = { object: 0x000d, text: 0x001e, unicode: 0x001f, binary: 0x0102 } as const;
const fixedLengths: Readonly<Record<number, number>> = {
  ...{ 2: 4, 3: 4, 4: 4, 10: 4, 11: 4 },
  ...{ 5: 8, 6: 8, 7: 8, 20: 8, 64: 8, 72: 16 },
};
const severalFlag = 0x1000;
const firstNamedId = 0x8000;
const guidLength = 16;
const mostProperties = 1_000;

/** Reads as far as it understands: what a property is not known by cannot be skipped. @param decode text in one byte a sign */
export function readTnefProperties(bytes: Uint8Array, decode: (text: Uint8Array) => string): TnefProperties {
  const found: TnefProperties = { longName: '', name: '', data: undefined };
  const reader = new Reader(bytes);
  const count = Math.min(reader.number(), mostProperties);
  for (let index = 0; index < count && !reader.isBroken; index++) {
    const type = reader.short();
    const id = reader.short();
    if (id >= firstNamedId) skipName(reader);
    const value = readValue(reader, type);
    if (value && !reader.isBroken) keep(found, id, type, value, decode);
  }
  return found;
}

function keep(
  found: TnefProperties,
  id: number,
  type: number,
  value: Uint8Array,
  decode: (text: Uint8Array) => string,
): void {
  const text = () =>
    type === types.unicode ? Buffer.from(value).toString('utf16le').replace(/\0+$/, '') : decode(value);
  if (id === ids.longName) found.longName = text();
  if (id === ids.name) found.name = text();
  if (id === ids.data) found.data = type === types.object ? value.subarray(guidLength) : value;
}

/** @returns the bytes of a value of variable length, null for any other */
function readValue(reader: Reader, type: number): Uint8Array | null {
  const single = type & ~severalFlag;
  const isVariable = Object.values(types).some((each) => each === single);
  const fixed = fixedLengths[single];
  if (!isVariable && fixed === undefined) reader.isBroken = true;
  if (reader.isBroken) return null;
  const count = isVariable || type & severalFlag ? reader.number() : 1;
  if (fixed !== undefined) {
    reader.take(fixed * count);
    return null;
  }
  let value: Uint8Array | null = null;
  for (let index = 0; index < count && !reader.isBroken; index++) value = reader.take(reader.number());
  return value;
}

function skipName(reader: Reader): void {
  reader.take(guidLength);
  const isText = reader.number() === 1;
  if (isText) reader.take(reader.number());
  else reader.number();
}

/** Little-endian values, each beginning at a multiple of four; beyond the end everything is nothing. */
class Reader {
  isBroken = false;
  private at = 0;
  private readonly view: DataView;

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  short(): number {
    return this.has(2) ? this.view.getUint16(this.at - 2, true) : 0;
  }

  number(): number {
    return this.has(4) ? this.view.getUint32(this.at - 4, true) : 0;
  }

  take(length: number): Uint8Array {
    const from = this.at;
    if (!this.has(length)) return this.bytes.subarray(0, 0);
    const padding = (4 - (length % 4)) % 4;
    this.at = Math.min(this.at + padding, this.bytes.length);
    return this.bytes.subarray(from, from + length);
  }

  private has(length: number): boolean {
    if (this.at + length > this.bytes.length) this.isBroken = true;
    else this.at += length;
    return !this.isBroken;
  }
}
