// Seats as their referent sees them: offered, held, over; and what may be typed about them.
import { z } from 'zod';
import { type OrganizationKind, organizationKinds, type Role, roles } from '@/db/words';

const day = 86_400_000;

/** How long an invitation may be accepted (DOMAIN.md §5), in days. */
export const invitationDays = 30;

/** The moment from which an invitation sent at `sentAt` is worth nothing. */
export function invitationEnd(sentAt: Date): Date {
  return new Date(sentAt.getTime() + invitationDays * day);
}

export type SeatState = 'active' | 'invited' | 'expired' | 'revoked';

/** What the tables keep of how a seat was offered; all null where it never was by an invitation. */
export type Offer = { expiresAt: Date | null; acceptedAt: Date | null; revokedAt: Date | null };

/** Where an offered seat stands. Seats from before there were invitations have none and are held. */
export function seatState({ expiresAt, acceptedAt, revokedAt }: Offer, now: Date): SeatState {
  if (acceptedAt || !expiresAt) return 'active';
  if (revokedAt) return 'revoked';
  return expiresAt <= now ? 'expired' : 'invited';
}

export type SeatRow = {
  id: string;
  personId: string;
  name: string;
  email: string | null;
  role: Role;
  startedAt: Date;
  state: SeatState;
  /** Until when an invitation may be, or might have been, accepted. */
  expiresAt: Date | null;
  /** When the person was last here, by any of their seats; null for never. */
  lastSeenAt: Date | null;
};

export type SeatsView = {
  organization: { id: string; slug: string; name: string; isLead: boolean };
  seats: SeatRow[];
};

/** What is looked at before a seat ends: who else is there. */
export type Remaining = {
  role: Role;
  /** The acting person's own seat. */
  isOwn: boolean;
  /** Whether the organisation is a commune that takes part in the network. */
  isMemberCommune: boolean;
  /** Other persons who hold the role of referent there. */
  otherReferents: number;
  /** Other seats there, whoever's and whatever. */
  otherSeats: number;
};

/**
 * A member commune answers through its referent while anybody works for it, and nobody locks themselves out by mistake.
 * The secretariat is not asked: it looks after communes without a referent.
 * @returns a reason of `refusals`, null where nothing stands against it
 */
export function whyKept(left: Remaining): 'own-last-referent' | 'last-referent' | null {
  if (left.role !== 'referent' || left.otherReferents > 0) return null;
  if (left.isOwn) return 'own-last-referent';
  return left.isMemberCommune && left.otherSeats > 0 ? 'last-referent' : null;
}

export type SeatLimit = { kind: OrganizationKind; role: Role; most: number };

/** What a limit may be set for. */
export const limitableKinds: readonly OrganizationKind[] = organizationKinds;
export const limitableRoles: readonly Role[] = roles;

const largestLimit = 999;

export const seatLimitInput = z.object({
  kind: z.enum(organizationKinds, { error: 'kind-unknown' }),
  role: z.enum(roles, { error: 'role-unknown' }),
  /** Empty: as many as they like. */
  most: z
    .string()
    .trim()
    .regex(/^\d{0,4}$/, { error: 'seat-limit-invalid' })
    .transform((typed) => (typed === '' ? null : Number(typed)))
    .refine((most) => most === null || (most >= 1 && most <= largestLimit), { error: 'seat-limit-invalid' }),
});

/** The page of an organisation's seats. */
export function seatsAddress(slug: string): string {
  return `/enti/${encodeURIComponent(slug)}/incarichi`;
}
