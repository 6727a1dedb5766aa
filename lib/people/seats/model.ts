// Seats as those who give them see them: who holds one, who was invited, until when, when they were last here.
import { z } from 'zod';
import { type OrganizationKind, organizationKinds, type Role, roles } from '@/db/words';

/** Milliseconds an invitation holds; sent again it holds as long anew. */
export const invitationLifetime = 30 * 86_400_000;

export type SeatState = 'held' | 'invited' | 'expired' | 'revoked' | 'ended';

export type SeatRow = {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  role: Role;
  startedAt: Date;
  state: SeatState;
  /** Until when the invitation holds, or on which day the seat ended. */
  until: Date | null;
  /** When its holder was last signed in; null for never. */
  lastSeenAt: Date | null;
};

export type SeatDates = {
  endedAt: Date | null;
  expiresAt: Date | null;
  acceptedAt: Date | null;
  revokedAt: Date | null;
};

/** What an invitation and the end of its seat say together. */
export function stateOfSeat({ endedAt, expiresAt, acceptedAt, revokedAt }: SeatDates, now: Date): SeatState {
  if (endedAt === null) return 'held';
  if (revokedAt) return 'revoked';
  const wasInvited = expiresAt !== null && acceptedAt === null;
  if (wasInvited) return endedAt > now ? 'invited' : 'expired';
  return endedAt > now ? 'held' : 'ended';
}

export const seatLimitInput = z.object({
  kind: z.enum(organizationKinds, { error: 'kind-unknown' }),
  role: z.enum(roles, { error: 'role-unknown' }),
  /** Empty: no limit. */
  most: z
    .string()
    .trim()
    .regex(/^([1-9]\d{0,2})?$/, { error: 'seat-limit-invalid' })
    .transform((typed) => (typed === '' ? null : Number(typed))),
});

export type SeatLimit = { kind: OrganizationKind; role: Role; most: number };
