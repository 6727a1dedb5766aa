// The words of a file, part by part: read in a thread of its own with bounded memory and time, so that a broken or hostile
// file ends its own reading and nothing else.
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FileTextState } from '@/db/words';
import { placeOf } from '../store';
import { formatOf } from './formats';

const mostMegabytes = 256;
const longestMs = 120_000;
/** A larger file is not opened at all. */
const largestBytes = 60_000_000;

/** What the thread is given, and what it says: a part at a time, then how it ended. */
export type Reading = { place: string; format: string };
export type Said = { part: number; text: string } | { end: true } | { trouble: string } | { missing: string };

type Keep = (part: number, text: string) => Promise<void>;
type File = { sha256: string; mediaType: string; size: number };

/** The thread takes longer to begin than most files to read: it waits for the next one. */
let idle: Worker | undefined;

/**
 * @param keep told each part in order, waited for before the next is read; parts count from 0
 * @returns `none` for what holds no words (an image, a scan), `unreadable` for what is broken, locked or too much
 * @throws what `keep` throws, and what the disk says where the file should lie
 */
export async function readFileParts(filesDir: string, file: File, keep: Keep): Promise<FileTextState> {
  const format = formatOf(file.mediaType);
  if (format === undefined) return 'none';
  if (file.size > largestBytes) return 'unreadable';
  const thread = idle ?? begin();
  idle = undefined;
  let isWell = false;
  try {
    thread.postMessage({ place: placeOf(filesDir, file.sha256), format } satisfies Reading);
    const state = await listen(thread, AbortSignal.timeout(longestMs), keep);
    isWell = true;
    return state;
  } catch (error) {
    if (error instanceof Elsewhere) throw error.cause;
    return 'unreadable';
  } finally {
    if (isWell) idle = thread;
    else await thread.terminate();
  }
}

/** Node 20 starts no thread with TypeScript: what makes it readable comes first. */
const place = pathToFileURL(path.resolve('lib/platform/files/text/thread.ts'));
const entry = `import('tsx/esm/api').then(({ register }) => {
  register();
  return import(${JSON.stringify(place)});
});`;

/** It keeps no process alive. What it says when it falls is asked for by whoever listens. */
function begin(): Worker {
  const thread = new Worker(entry, {
    eval: true,
    resourceLimits: { maxOldGenerationSizeMb: mostMegabytes },
    stdout: true,
    stderr: true,
  });
  thread.on('error', () => {});
  thread.once('exit', () => {
    if (idle === thread) idle = undefined;
  });
  thread.unref();
  return thread;
}

/** What failed is not the file but where it lies, or where its parts are kept. */
class Elsewhere extends Error {}

/** @throws what the thread throws, or when it takes too long */
async function listen(thread: Worker, signal: AbortSignal, keep: Keep): Promise<FileTextState> {
  for (let parts = 0; ; parts++) {
    const [said] = (await once(thread, 'message', { signal })) as [Said];
    if ('end' in said) return parts > 0 ? 'read' : 'none';
    if ('trouble' in said) return 'unreadable';
    if ('missing' in said) throw new Elsewhere('not there', { cause: new Error(said.missing) });
    await keep(said.part, said.text).catch((cause) => {
      throw new Elsewhere('not kept', { cause });
    });
    thread.postMessage('next');
  }
}
