// Mends what wrong charset labels, NUL bytes and UTF-7 do to a text (MAIL.md E48).

/** Windows-1252 signs of the bytes 0x80–0x9f, by code point. */
const highSigns = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((sign, index) => [
    sign.codePointAt(0) ?? 0,
    0x80 + index,
  ]),
);
/** A lead byte of UTF-8 and what follows it, as Windows-1252 shows them. */
const looksDecodedWrong = /[\u00c2-\u00f4][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]/;
const strict = new TextDecoder('utf-8', { fatal: true });

/** Valid UTF-8 beats a label that said otherwise; what PostgreSQL cannot keep is dropped. */
export function repairText(text: string): string {
  const kept = text.replaceAll('\u0000', '').replace(/\p{Cs}/gu, '\ufffd');
  return looksDecodedWrong.test(kept) ? (decodeAgain(kept) ?? kept) : kept;
}

/** Undefined when the signs are not all bytes, or the bytes not UTF-8: then the label was right. */
function decodeAgain(text: string): string | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    const byte = code <= 0xff ? code : highSigns.get(code);
    if (byte === undefined) return undefined;
    bytes[index] = byte;
  }
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}
