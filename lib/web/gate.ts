// Before a page: whoever is not signed in is led there, and comes back to the page they asked for.
import { forbidden, redirect } from 'next/navigation';
import type { Waiting } from '@/lib/auth/find-actor';
import { returnPath } from '@/lib/auth/return-path';
import { actsAs, type Role } from '@/lib/core/actor';
import type { MemberContext } from '@/lib/core/context';
import { currentContext, currentVisitor } from './context';

/**
 * @param path the page asked for with its query, to return to after signing in
 * @returns the context with its actor known to be a member; otherwise the visitor is on their way to sign in
 */
export async function demandMember(path: string): Promise<MemberContext> {
  const ctx = await currentContext();
  const { actor } = ctx;
  if (actor.kind !== 'member') redirect(await wayIn(path));
  return { ...ctx, actor };
}

/** As `demandMember`; a member acting in none of the roles is told that the page is not theirs. */
export async function demandRole(path: string, ...roles: readonly Role[]): Promise<MemberContext> {
  const ctx = await demandMember(path);
  if (!actsAs(ctx.actor, ...roles)) forbidden();
  return ctx;
}

/** Where whoever may not act goes: to sign in, or to the second half of it. */
export async function wayIn(path: string): Promise<string> {
  const { waiting } = await currentVisitor();
  return waiting ? waitingAddress(waiting.for, path) : signInAddress(path);
}

/** The page on which a code is given, or a second factor set up; it leads back to `path`. */
export function waitingAddress(reason: Waiting['for'], path: string): string {
  const page = reason === 'code' ? '/accesso/codice' : '/profilo/secondo-fattore';
  return `${page}?${new URLSearchParams({ ritorno: returnPath(path) })}`;
}

/** The sign-in page that leads back to `path`. */
export function signInAddress(path: string): string {
  const back = returnPath(path);
  return back === '/' ? '/accesso' : `/accesso?${new URLSearchParams({ ritorno: back })}`;
}
