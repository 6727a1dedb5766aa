// What the database says when a role has as many holders as the agreement allows, as a refusal.
import { Refusal } from '@/lib/core/refusal';

/** The trigger `check_seat_limit` names itself as the constraint that was violated. @throws Refusal `conflict`, or the error */
export function refuseFull(error: unknown): never {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  const name = (cause as { constraint_name?: string }).constraint_name;
  if (name === 'seat_limit') throw new Refusal('conflict', 'seats-full', 'role');
  throw error;
}
