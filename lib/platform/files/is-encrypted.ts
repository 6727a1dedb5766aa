// Whether a file can only be opened with a password: nobody in the forum would have it.
import { inflateRawSync } from 'node:zlib';

const tailOf = 65_536;

/** PDF says so beside its trailer, OpenDocument in its manifest; Office files with a password are no Office files at all. */
export function isEncrypted(bytes: Uint8Array, mediaType: string): boolean {
  if (mediaType === 'application/pdf') return /\/Encrypt\s+\d+\s+\d+\s+R/.test(latin(ends(bytes)));
  if (mediaType.startsWith('application/vnd.oasis.opendocument')) {
    return zipEntry(bytes, 'META-INF/manifest.xml').includes('encryption-data');
  }
  return false;
}

function ends(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 2 * tailOf) return bytes;
  return Buffer.concat([bytes.subarray(0, tailOf), bytes.subarray(-tailOf)]);
}

function latin(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('latin1');
}

/** One entry out of the central directory at the end (APPNOTE 4.3.12); empty where there is none to read. */
function zipEntry(bytes: Uint8Array, name: string): string {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const header = zip.lastIndexOf(name) - 46;
  if (header < 0 || zip.readUInt32LE(header) !== 0x02014b50) return '';
  const [method, size, local] = [
    zip.readUInt16LE(header + 10),
    zip.readUInt32LE(header + 20),
    zip.readUInt32LE(header + 42),
  ];
  if (local + 30 > zip.length) return '';
  const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const content = zip.subarray(start, start + size);
  try {
    return (method === 8 ? inflateRawSync(content, { maxOutputLength: 1_000_000 }) : content).toString(
      'utf8',
    );
  } catch {
    return '';
  }
}
