// Which encodings a browser takes, for every answer that goes out compressed.

/**
 * @param {string} accepted an Accept-Encoding header (RFC 9110 §12.5.3)
 * @param {string} encoding
 */
export function takes(accepted, encoding) {
  if (!accepted.includes(encoding)) return false;
  const found = accepted
    .split(',')
    .find((part) => part.trim().split(';')[0]?.trim().toLowerCase() === encoding);
  return found !== undefined && !/;\s*q=0(\.0*)?\s*$/.test(found);
}
