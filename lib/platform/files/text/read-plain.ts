// The words of a text file, in the encoding it seems to have.

/** UTF-8 where the bytes are that, else what Windows writes in Italy. */
export function* readPlain(bytes: Uint8Array): Generator<string> {
  try {
    yield new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    yield new TextDecoder('windows-1252').decode(bytes);
  }
}
