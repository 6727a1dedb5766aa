// Takes a file in as it arrives and stops at the limit: what is too large never lies whole in memory.
import { Refusal } from '@/lib/core/refusal';

/** Uploads that are read at one time: each may hold as much as the largest file. */
const atOnce = 8;
const atOnceOfOne = 2;
const patience = 30_000;
/** A line that brings nothing for this long is cut, and so is one that trickles for longer than the slowest line needs. */
const silence = 30_000;
const longest = 15 * 60_000;
const running: string[] = [];

/**
 * @param from who sends: one person's slow uploads leave room for the others
 * @param most bytes
 * @throws Refusal `invalid` on field `files`: `file-too-large`, `file-interrupted`; `unavailable` where too many come at once
 */
export async function readUpload(
  request: Request,
  from: string,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > most) throw refused('file-too-large');
  await turn(from);
  try {
    return await collect(request, most);
  } finally {
    running.splice(running.indexOf(from), 1);
  }
}

async function turn(from: string): Promise<void> {
  const isFull = () =>
    running.length >= atOnce || running.filter((one) => one === from).length >= atOnceOfOne;
  for (const until = Date.now() + patience; isFull(); ) {
    if (Date.now() > until) throw new Refusal('unavailable', 'busy', 'files');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  running.push(from);
}

async function collect({ body, headers }: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  const reader = body?.getReader();
  const until = Date.now() + longest;
  let size = 0;
  try {
    for (;;) {
      const piece = await readWithin(reader, Math.min(silence, until - Date.now()));
      if (!piece) break;
      size += piece.length;
      if (size > most) throw refused('file-too-large');
      pieces.push(piece);
    }
  } catch (error) {
    await reader?.cancel().catch(() => undefined);
    throw error instanceof Refusal ? error : refused('file-interrupted');
  }
  const announced = headers.get('content-length');
  if (announced && Number(announced) !== size) throw refused('file-interrupted');
  return new Uint8Array(Buffer.concat(pieces));
}

/** @returns null at the end */
async function readWithin(
  reader: ReadableStreamDefaultReader<Uint8Array> | undefined,
  ms: number,
): Promise<Uint8Array | null> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(refused('file-interrupted')), Math.max(0, ms));
  });
  try {
    const { value } = (await Promise.race([reader?.read(), late])) ?? {};
    return value ?? null;
  } finally {
    clearTimeout(timer);
  }
}

function refused(reason: string): Refusal {
  return new Refusal('invalid', reason, 'files');
}
