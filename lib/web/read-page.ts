// The door of pages that read: what a refusal means to somebody who opened an address.
import { forbidden, notFound, redirect } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { currentContext } from './context';
import { wayIn } from './gate';

/**
 * Runs a query for a page. Who is not signed in where that is needed goes to sign in and comes back to `path`; a page
 * of another audience says so; an unknown one is not found.
 */
export async function readPage<T>(path: string, query: (ctx: Context) => Promise<T>): Promise<T> {
  const ctx = await currentContext();
  try {
    return await query(ctx);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === 'not-allowed' && ctx.actor.kind === 'anonymous') redirect(await wayIn(path));
    if (error.code === 'not-allowed') forbidden();
    notFound();
  }
}
