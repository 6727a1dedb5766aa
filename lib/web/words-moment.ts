// From which moment dates are told: "ieri" is true for today's readers, and a finished page may be read tomorrow.
import type { Context } from '@/lib/core/context';

const longAgo = new Date(0);

/** For whoever is not signed in a moment so far away that every date is written whole. */
export function wordsMoment({ actor, now }: Pick<Context, 'actor' | 'now'>): Date {
  return actor.kind === 'member' ? now : longAgo;
}
