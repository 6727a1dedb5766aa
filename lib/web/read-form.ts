// Takes in a form that our own script sends, and stops at the limit: nobody fills the memory with what is no form.
import type { FormValues } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { valuesOf } from './action';

/**
 * @param most bytes, what a form adds around its fields included
 * @throws Refusal `invalid` on field `body`: `text-too-long`, `text-malformed`
 */
export async function readForm(request: Request, most: number): Promise<FormValues> {
  if (Number(request.headers.get('content-length')) > most) throw tooLong();
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  try {
    const body = await collect(request.body, most);
    return valuesOf(await new Response(body, { headers }).formData());
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('invalid', 'text-malformed', 'body');
  }
}

async function collect(body: Request['body'], most: number): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > most) throw tooLong();
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}

function tooLong(): Refusal {
  return new Refusal('invalid', 'text-too-long', 'body');
}
