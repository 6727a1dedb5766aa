// Takes a file in as it arrives and stops at the limit: what is too large never lies whole in memory.
import { Refusal } from '@/lib/core/refusal';

/** Uploads that are read at one time: each may hold as much as the largest file. */
const atOnce = 4;
const patience = 30_000;
let running = 0;

/**
 * @param most bytes
 * @throws Refusal `invalid` on field `files`: `file-too-large`, `file-interrupted`; `unavailable` where too many come at once
 */
export async function readUpload(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > most) throw refused('file-too-large');
  await turn();
  try {
    return await collect(request, most);
  } finally {
    running -= 1;
  }
}

async function turn(): Promise<void> {
  for (const until = Date.now() + patience; running >= atOnce; ) {
    if (Date.now() > until) throw new Refusal('unavailable', 'busy', 'files');
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  running += 1;
}

async function collect({ body, headers }: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const piece of body ?? []) {
      size += piece.length;
      if (size > most) throw refused('file-too-large');
      pieces.push(piece);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refused('file-interrupted');
  }
  const announced = headers.get('content-length');
  if (announced && Number(announced) !== size) throw refused('file-interrupted');
  return new Uint8Array(Buffer.concat(pieces));
}

function refused(reason: string): Refusal {
  return new Refusal('invalid', reason, 'files');
}
