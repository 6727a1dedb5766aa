// Examining who wants to come in: what waits for whom, how it is examined here.
import { z } from 'zod';
import type { MembershipState, OrganizationKind } from '@/db/words';
import { dayInput, organizationIdInput } from '../model';

export const admitInput = z.object({ organizationId: organizationIdInput, takenOn: dayInput.default(null) });
export const interestIdInput = z.object({ interestId: z.uuid({ error: 'interest-not-found' }) });

export const examiningKey = 'membership.examining';
/** `fourEyes`: whoever verified an act does not admit by it. */
export const examiningSettings = z.object({ fourEyes: z.boolean().default(false) });
export type ExaminingSettings = z.output<typeof examiningSettings>;

/** One line of the work list. Days are ISO. */
export type WorkRow = {
  organizationId: string;
  slug: string;
  name: string;
  state: MembershipState;
  since: string;
  termOn: string | null;
};

export type InterestRow = {
  id: string;
  kind: OrganizationKind;
  name: string;
  email: string;
  contactName: string;
  message: string;
  confirmedAt: Date;
};

/** `toExamine`: the secretariat's turn; `waiting`: the other side's; `leaving`: the notice of a withdrawal runs. */
export type AdhesionWork = {
  toExamine: WorkRow[];
  waiting: WorkRow[];
  leaving: WorkRow[];
  suspended: WorkRow[];
  interests: InterestRow[];
};
