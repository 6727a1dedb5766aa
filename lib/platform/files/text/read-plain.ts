// The words of a text file, in the encoding it seems to have.

/** Bytes: as much as is kept of any file, see `textParts`. */
const mostBytes = 16_000_000;

/** UTF-8 where the bytes are that, else what Windows writes in Italy. */
export function* readPlain(bytes: Uint8Array): Generator<string> {
  const read = bytes.subarray(0, mostBytes);
  try {
    // As of a stream, so that a letter cut in two at the end is no fault.
    yield new TextDecoder('utf-8', { fatal: true }).decode(read, { stream: bytes.length > mostBytes });
  } catch {
    yield new TextDecoder('windows-1252').decode(read);
  }
}
