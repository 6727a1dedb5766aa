// What this room announces.
import type { Fact } from '@/lib/platform/jobs/announce';

/** A step was taken in the history of an organisation. */
export function stepTaken(stepId: string, organizationId: string): Fact {
  return { name: 'membership.step.taken', version: 1, stepId, organizationId };
}

/** Somebody asked to be told more, and confirmed their address. */
export function interestConfirmed(interestId: string): Fact {
  return { name: 'membership.interest.confirmed', version: 1, interestId };
}
