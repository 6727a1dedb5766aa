// Reads what a request carries and stops at the limit: nobody fills the memory.
import { Refusal } from '@/lib/core/refusal';

/** @param most bytes @throws Refusal `invalid` on field `body`: `text-too-long` */
export async function readBytes(request: Request, most: number): Promise<Uint8Array<ArrayBuffer>> {
  if (Number(request.headers.get('content-length')) > most) throw tooLong();
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.length;
    if (size > most) throw tooLong();
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tooLong(): Refusal {
  return new Refusal('invalid', 'text-too-long', 'body');
}
