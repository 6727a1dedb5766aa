// The door of route handlers: a refusal becomes an HTTP status, anything else a bug with its id.
import { redirect, unstable_rethrow } from 'next/navigation';
import type { Context } from '@/lib/core/context';
import { Refusal, type RefusalCode } from '@/lib/core/refusal';
import { signInAddress } from './gate';
import { reportBug } from './report-bug';

const statuses: Record<RefusalCode, number> = {
  invalid: 400,
  'not-allowed': 403,
  'not-found': 404,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  unavailable: 503,
};

/** Answers refusals as `{code, reason, field?}` in JSON; the reason is a stable key, not words. */
export async function runRoute(work: () => Promise<Response>): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    unstable_rethrow(error);
    if (!(error instanceof Refusal)) {
      return Response.json({ code: 'unexpected', correlation: reportBug(error) }, { status: 500 });
    }
    const { code, reason, field } = error;
    return Response.json({ code, reason, field }, { status: statuses[code] });
  }
}

/** Who is signed out and may not read goes to sign in and comes back to `path`; every other refusal is thrown on. */
export function leadIn(error: unknown, ctx: Context, path: string): never {
  const isShut = error instanceof Refusal && error.code === 'not-allowed';
  if (isShut && ctx.actor.kind === 'anonymous') redirect(signInAddress(path));
  throw error;
}
