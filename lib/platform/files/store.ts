// Keeps file contents on disk under their SHA-256: the same bytes are stored once and can be checked at any time.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @returns the SHA-256 in lower-case hex */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function placeOf(folder: string, hash: string): string {
  return path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash);
}

/** Written aside and renamed, so that a content under its name is always whole. @returns its SHA-256 */
export async function storeContent(folder: string, bytes: Uint8Array): Promise<string> {
  const hash = sha256(bytes);
  const place = placeOf(folder, hash);
  if (await touched(place)) return hash;
  await mkdir(path.dirname(place), { recursive: true });
  const aside = `${place}.${randomUUID()}`;
  await writeFile(aside, bytes);
  await rename(aside, place);
  return hash;
}

/** A content that is stored again is young again: whoever clears away old ones leaves it. */
async function touched(place: string): Promise<boolean> {
  const now = new Date();
  return utimes(place, now, now).then(
    () => true,
    () => false,
  );
}

/** Takes a content away, unless it was stored, or stored again, since `before`. */
export async function removeContent(folder: string, hash: string, before: Date): Promise<void> {
  const place = placeOf(folder, hash);
  const found = await stat(place).catch(() => null);
  if (found && found.mtime < before) await unlink(place);
}

/** @param hash SHA-256 in lower-case hex */
export function readContent(folder: string, hash: string): NodeJS.ReadableStream {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a SHA-256: ${hash}`);
  return createReadStream(placeOf(folder, hash));
}
