// Who is at the front desk: the session read into an actor.
import { type Actor, anonymous } from '@/lib/core/actor';

/** Anonymous for everybody until sessions are read. */
export async function currentActor(): Promise<Actor> {
  return anonymous;
}
