// The member behind the actor, for deeds about oneself.

import type { Member } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { mayManageSelf } from './policy';

/** @throws Refusal `not-allowed` for whoever is no signed-in person */
export function demandSelf({ actor }: Context): Member {
  demand(mayManageSelf(actor));
  if (actor.kind !== 'member') throw new Refusal('not-allowed', 'sign-in');
  return actor;
}
