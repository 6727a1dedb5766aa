// The words of a file, part by part: read in a process of its own with bounded memory and time, so that a broken or hostile
// file ends its own reading and nothing else.
import { once } from 'node:events';
import type { FileTextState } from '@/db/words';
import { placeOf } from '../store';
import { beginReader, type Reader } from './begin-reader';
import { formatOf } from './formats';

const longestMs = 120_000;
/** A larger file is not opened at all. */
const largestBytes = 60_000_000;

/** What the process is given, and what it says: a part at a time, then how it ended. */
export type Reading = { place: string; format: string };
export type Said = { part: number; text: string } | { end: true } | { trouble: string } | { missing: string };

type Keep = (part: number, text: string) => Promise<void>;
type File = { sha256: string; mediaType: string; size: number };

/** It takes longer to begin than most files to read: it waits for the next one. */
let idle: Reader | undefined;

/**
 * @param keep told each part in order, waited for before the next is read; parts count from 0
 * @returns `none` for what holds no words (an image, a scan), `unreadable` for what is broken, locked or too much
 * @throws what `keep` throws, and what the disk says where the file should lie
 */
export async function readFileParts(filesDir: string, file: File, keep: Keep): Promise<FileTextState> {
  const format = formatOf(file.mediaType);
  if (format === undefined) return 'none';
  if (file.size > largestBytes) return 'unreadable';
  const reader = idle && !idle.gone.aborted ? idle : beginReader();
  idle = undefined;
  let isWell = false;
  try {
    reader.child.send({ place: placeOf(filesDir, file.sha256), format } satisfies Reading);
    const state = await listen(reader, AbortSignal.timeout(longestMs), keep);
    isWell = true;
    return state;
  } catch (error) {
    if (error instanceof Elsewhere) throw error.cause;
    return 'unreadable';
  } finally {
    if (isWell) idle = reader;
    else reader.child.kill('SIGKILL');
  }
}

/** What failed is not the file but where it lies, or where its parts are kept. */
class Elsewhere extends Error {}

/** @throws when the process falls, or takes too long */
async function listen({ child, gone }: Reader, late: AbortSignal, keep: Keep): Promise<FileTextState> {
  const signal = AbortSignal.any([gone, late]);
  for (let parts = 0; ; parts++) {
    const [said] = (await once(child, 'message', { signal })) as [Said];
    if ('end' in said) return parts > 0 ? 'read' : 'none';
    if ('trouble' in said) return 'unreadable';
    if ('missing' in said) throw new Elsewhere('not there', { cause: new Error(said.missing) });
    await keep(said.part, said.text).catch((cause) => {
      throw new Elsewhere('not kept', { cause });
    });
    child.send('next');
  }
}
