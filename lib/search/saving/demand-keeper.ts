// The person whose searches are meant: whoever is signed in.
import type { Actor, Member } from '@/lib/core/actor';
import { memberOf } from '@/lib/core/member-of';
import { demand } from '@/lib/core/verdict';
import { mayKeepSearches } from './policy';

/** @throws Refusal `not-allowed` for whoever is not signed in */
export function demandKeeper(actor: Actor): Member {
  demand(mayKeepSearches(actor));
  return memberOf(actor);
}
