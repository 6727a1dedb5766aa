// Decodes UTF-7 (RFC 2152), which no decoder of the platform knows and old mail programs still sent.

const shifted = /\+([A-Za-z0-9+/]*)-?/g;

/** `+AOA-` is `à`, `+-` is `+`. Anything that is no UTF-16 stays as it was. */
export function decodeUtf7(text: string): string {
  return text.replace(shifted, (whole, encoded: string) => {
    if (encoded === '') return whole.endsWith('-') ? '+' : whole;
    const bytes = Buffer.from(encoded, 'base64');
    const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
    return even.length === 0 ? whole : Buffer.from(even).swap16().toString('utf16le');
  });
}
