// Keeps file contents on disk under their SHA-256: the same bytes are stored once and can be checked at any time.
import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, stat, unlink, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';

/** @returns the SHA-256 in lower-case hex */
export function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Where a content lies, whether it is there or not. */
export function placeOf(folder: string, hash: string): string {
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

/** Takes a content away, unless it was stored, or stored again, since `before`. @returns whether it did */
export async function removeContent(folder: string, hash: string, before: Date): Promise<boolean> {
  const place = placeOf(folder, hash);
  const found = await stat(place).catch(() => null);
  if (!found || found.mtime >= before) return false;
  await unlink(place);
  return true;
}

/** The hashes of all contents, a folder of them at a time. */
export async function* listContents(folder: string): AsyncGenerator<string[]> {
  for (const first of await readdir(folder).catch(() => [])) {
    for (const second of await readdir(path.join(folder, first)).catch(() => [])) {
      const names = await readdir(path.join(folder, first, second)).catch(() => []);
      yield names.filter((name) => /^[0-9a-f]{64}$/.test(name));
    }
  }
}

/** @param hash SHA-256 in lower-case hex */
export function readContent(folder: string, hash: string): NodeJS.ReadableStream {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a SHA-256: ${hash}`);
  return createReadStream(placeOf(folder, hash));
}
