// The person behind an actor, for deeds that only a person does.
import type { Actor, Member } from './actor';
import { Refusal } from './refusal';

/** @throws Refusal `not-allowed` for whoever is not signed in, the system included */
export function memberOf(actor: Actor): Member {
  if (actor.kind !== 'member') throw new Refusal('not-allowed', 'sign-in');
  return actor;
}
