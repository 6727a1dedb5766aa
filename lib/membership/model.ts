// The life of an adhesion (DOMAIN.md §3): which step leads from where to where, what each needs, and what a history says.
import { z } from 'zod';
import {
  type MembershipDeed,
  type MembershipState,
  membershipDeeds,
  type NetworkStatus,
  type Organ,
} from '@/db/words';

export type { MembershipDeed, MembershipState, Organ } from '@/db/words';

/** Where nothing has happened yet. */
export type Standing = MembershipState | null;

/** Who takes a step: whoever holds the link of an application, the own referent, the secretariat, the house by itself. */
export type Doer = 'applicant' | 'referent' | 'coordinator' | 'house';

export type StepRule = {
  readonly from: readonly Standing[];
  readonly to: MembershipState;
  readonly by: readonly Doer[];
  /** What must be said with it: why, and by when an answer is wanted. */
  readonly reason?: true;
  readonly term?: true;
};

const outside: readonly Standing[] = [null, 'interested', 'invited', 'ended', 'refused', 'lapsed'];
const inside: readonly Standing[] = ['active', 'suspended', 'withdrawing'];

/** The whole state machine. The house, which is the command line and the clock, may do what the secretariat may. */
export const stepRules: Readonly<Record<MembershipDeed, StepRule>> = {
  'express-interest': { from: [null], to: 'interested', by: ['coordinator'] },
  invite: { from: outside.filter((state) => state !== 'invited'), to: 'invited', by: ['coordinator'] },
  request: { from: outside, to: 'requested', by: ['applicant'] },
  file: { from: ['requested', 'asked'], to: 'filed', by: ['applicant'] },
  ask: { from: ['filed', 'verified'], to: 'asked', by: ['coordinator'], reason: true, term: true },
  refuse: {
    from: ['requested', 'filed', 'asked', 'verified', 'signed'],
    to: 'refused',
    by: ['coordinator'],
    reason: true,
  },
  lapse: { from: ['invited', 'requested', 'asked'], to: 'lapsed', by: ['coordinator'], reason: true },
  verify: { from: ['filed'], to: 'verified', by: ['coordinator'] },
  sign: { from: ['verified'], to: 'signed', by: ['coordinator'] },
  admit: { from: ['verified', 'signed'], to: 'active', by: ['coordinator'] },
  renew: { from: ['active'], to: 'active', by: ['coordinator'] },
  suspend: { from: ['active'], to: 'suspended', by: ['coordinator'], reason: true },
  resume: { from: ['suspended'], to: 'active', by: ['coordinator'] },
  withdraw: { from: ['active', 'suspended'], to: 'withdrawing', by: ['referent', 'coordinator'] },
  recall: { from: ['withdrawing'], to: 'active', by: ['coordinator'], reason: true },
  end: { from: ['suspended', 'withdrawing'], to: 'ended', by: ['coordinator'], reason: true },
  merge: { from: inside, to: 'merged', by: ['coordinator'] },
  succeed: { from: outside, to: 'active', by: ['coordinator'] },
};

/** Steps that nothing but a click, a reason and a term make; the others come with an act, a person or a second body. */
export const plainDeeds = [
  'invite',
  'ask',
  'refuse',
  'lapse',
  'verify',
  'sign',
  'renew',
  'suspend',
  'resume',
  'recall',
  'end',
] as const satisfies readonly MembershipDeed[];
export type PlainDeed = (typeof plainDeeds)[number];

const memberStates: readonly MembershipState[] = ['active', 'suspended', 'withdrawing'];

/** Whether an organisation in this state belongs to the network; one that is suspended still does. */
export function isMember(state: Standing): boolean {
  return state !== null && memberStates.includes(state);
}

/** Where the examination waits for the secretariat. */
export const waitingForOffice: readonly MembershipState[] = ['filed', 'verified', 'signed'];
/** Where it waits for the other side. */
export const waitingForOthers: readonly MembershipState[] = ['invited', 'requested', 'asked'];

const summaries: Partial<Record<MembershipState, NetworkStatus>> = {
  active: 'member',
  withdrawing: 'member',
  suspended: 'suspended',
  ended: 'former',
  merged: 'former',
};

/**
 * What an organisation is called once it is in this state. On the way in it stays what it was; whoever was nothing before
 * is an applicant, whom the public does not see.
 */
export function statusAfter(state: MembershipState, before: NetworkStatus | null): NetworkStatus {
  const settled = summaries[state];
  if (settled) return settled;
  if (state === 'interested') return 'interested';
  return before ?? 'applicant';
}

export type HistoryStep = { readonly state: MembershipState; readonly takenOn: string };

export type Period = { readonly state: MembershipState; readonly from: string; readonly to: string | null };

/**
 * The history as periods: each begins where the one before ends, the last is open. What was taken and left again on one day
 * left no day behind. @param steps by number; days are ISO and never run back
 */
export function periodsOf(steps: readonly HistoryStep[]): Period[] {
  return steps.flatMap((step, index) => {
    const next = steps[index + 1];
    if (next && next.takenOn === step.takenOn) return [];
    return [{ state: step.state, from: step.takenOn, to: next?.takenOn ?? null }];
  });
}

/** Where an organisation stood at the end of a day. @param steps by number @param day ISO */
export function standingOn(steps: readonly HistoryStep[], day: string): Standing {
  return steps.findLast(({ takenOn }) => takenOn <= day)?.state ?? null;
}

const reasonInput = z
  .string()
  .trim()
  .max(2000, { error: 'step-reason-too-long' })
  .transform((typed) => typed || null);

/** A day that exists; empty for none. */
export const dayInput = z
  .string()
  .trim()
  .refine((day) => day === '' || z.iso.date().safeParse(day).success, { error: 'day-invalid' })
  .transform((typed) => typed || null);

export const organizationIdInput = z.uuid({ error: 'organization-not-found' });

export const stepInput = z.object({
  organizationId: organizationIdInput,
  deed: z.enum(plainDeeds, { error: 'step-unknown' }),
  reason: reasonInput.default(null),
  termOn: dayInput.default(null),
  /** Since when it holds; empty: today. */
  takenOn: dayInput.default(null),
});

export const mergeInput = z.object({
  organizationId: organizationIdInput,
  intoId: z.uuid({ error: 'merge-target-missing' }),
  takenOn: dayInput.default(null),
});

/** One row of a history as screens show it. */
export type StepView = {
  id: string;
  number: number;
  deed: MembershipDeed;
  state: MembershipState;
  takenOn: string;
  takenAt: Date;
  /** Null for the house and for applicants. */
  by: { name: string; organization: string | null } | null;
  reason: string | null;
  termOn: string | null;
  into: { name: string; slug: string } | null;
  act: { organ: Organ; number: string; year: number; sessionOn: string } | null;
};

export const everyDeed: readonly MembershipDeed[] = membershipDeeds;

/** The pact members approve. Days are ISO; `endedOn` is its last. */
export type AgreementView = { title: string; startedOn: string; endedOn: string | null; noticeDays: number };

/** Where none was written down: the Coordinamento as it was founded. */
export const defaultAgreement: AgreementView = {
  title: 'Protocollo d’intesa del Coordinamento degli Uffici Stranieri',
  startedOn: '2002-07-01',
  endedOn: null,
  noticeDays: 90,
};

/** @param iso a day @returns the day so many calendar days later, ISO */
export function daysAfter(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
