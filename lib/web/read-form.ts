// Takes in a form that our own script sends, and stops at the limit: nobody fills the memory with what is no form.
import type { FormValues } from '@/lib/core/form-state';
import { Refusal } from '@/lib/core/refusal';
import { valuesOf } from './action';
import { readBytes } from './read-bytes';

/**
 * @param most bytes, what a form adds around its fields included
 * @throws Refusal `invalid` on field `body`: `text-too-long`, `text-malformed`
 */
export async function readForm(request: Request, most: number): Promise<FormValues> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' };
  try {
    const body = await readBytes(request, most);
    return valuesOf(await new Response(body, { headers }).formData());
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal('invalid', 'text-malformed', 'body');
  }
}
