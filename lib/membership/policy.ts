// Who may take which step in the life of an adhesion, see it, and who must be a second person: pure.
import { type Actor, actsAs } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import { type Doer, type MembershipDeed, type Standing, stepRules } from './model';

export type StepThing = {
  readonly organizationId: string;
  readonly state: Standing;
  /** Whether the actor holds the link of the organisation's open application. */
  readonly hasLink?: boolean;
};

/** As what the actor stands towards an organisation; null for whoever has no part in its adhesion. */
export function doerOf(actor: Actor, thing: Pick<StepThing, 'organizationId' | 'hasLink'>): Doer | null {
  if (actor.kind === 'system') return 'house';
  if (actsAs(actor, 'coordinator')) return 'coordinator';
  if (
    actor.kind === 'member' &&
    actsAs(actor, 'referent') &&
    actor.seat.organization.id === thing.organizationId
  )
    return 'referent';
  return thing.hasLink ? 'applicant' : null;
}

/** The house may do all that the secretariat may; nobody else takes a step that is not named for them. */
export function mayTakeStep(actor: Actor, deed: MembershipDeed, thing: StepThing): Verdict {
  const { by } = stepRules[deed];
  const doer = doerOf(actor, thing);
  const isNamed = doer !== null && (by.includes(doer) || (doer === 'house' && by.includes('coordinator')));
  const linked = thing.hasLink === true && by.includes('applicant');
  if (!isNamed && !linked)
    return deny(by.includes('referent') ? 'referent-or-secretariat' : 'secretariat-only');
  return allow;
}

/** Whether the step leads from where the organisation stands. */
export function isStepFrom(deed: MembershipDeed, state: Standing): boolean {
  return stepRules[deed].from.includes(state);
}

/** The list of adhesions, the register and what is deposited belong to the secretariat. */
export function mayExamine(actor: Actor): Verdict {
  if (actor.kind === 'system') return allow;
  if (actor.kind === 'anonymous') return deny('sign-in');
  return actsAs(actor, 'coordinator') ? allow : deny('secretariat-only');
}

/** The history of a member is its own people's too; of everybody else's only the public part is shown. */
export function mayReadHistory(actor: Actor, organizationId: string): Verdict {
  if (mayExamine(actor).allowed) return allow;
  if (actor.kind !== 'member') return deny('sign-in');
  return actor.seat.organization.id === organizationId ? allow : deny('other-organization');
}

/** What happens by itself on its day is done by the house. */
export function mayKeepTime(actor: Actor): Verdict {
  return actor.kind === 'system' ? allow : deny('command-line-only');
}

/** Four eyes: where the setting is on, whoever verified an act does not admit by it. */
export function maySecond(actor: Actor, verifiedBy: string | null, fourEyes: boolean): Verdict {
  if (!fourEyes || actor.kind !== 'member') return allow;
  return actor.personId === verifiedBy ? deny('four-eyes') : allow;
}
