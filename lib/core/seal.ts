// What may travel through other hands and come back unread and unchanged: sealed with a key made of the site's secret.
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const [vectorLength, tagLength] = [12, 16];

/** Each purpose has a key of its own (HKDF, RFC 5869): what was sealed for one opens for no other. */
function keyFor(purpose: string, secret: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `raccordo:${purpose}`, 32));
}

/** AES-256-GCM. @returns base64url, without a dot or a space */
export function seal(text: string, purpose: string, secret: string): string {
  const vector = randomBytes(vectorLength);
  const cipher = createCipheriv('aes-256-gcm', keyFor(purpose, secret), vector);
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([vector, cipher.getAuthTag(), body]).toString('base64url');
}

/** @returns null for whatever this site did not seal for this purpose */
export function unseal(sealed: string, purpose: string, secret: string): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < vectorLength + tagLength) return null;
  const decipher = createDecipheriv('aes-256-gcm', keyFor(purpose, secret), bytes.subarray(0, vectorLength));
  decipher.setAuthTag(bytes.subarray(vectorLength, vectorLength + tagLength));
  try {
    const body = bytes.subarray(vectorLength + tagLength);
    return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8');
  } catch {
    return null;
  }
}
