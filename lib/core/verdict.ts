// What a policy answers: yes, or no with a reason that can be shown.
import { Refusal } from './refusal';

export type Verdict = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

export const allow: Verdict = { allowed: true };

/** @param reason a key of `messages/<language>/refusals.json` */
export function deny(reason: string): Verdict {
  return { allowed: false, reason };
}

/** Turns a negative verdict into the refusal a door can map; pages ask the verdict itself to hide a button. */
export function demand(verdict: Verdict): void {
  if (!verdict.allowed) throw new Refusal('not-allowed', verdict.reason);
}
