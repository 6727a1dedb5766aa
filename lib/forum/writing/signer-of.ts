// Who signs what the acting member writes: the member, for the organisation they act for, unless a mail says otherwise.
import type { Member } from '@/lib/core/actor';
import type { Arrival } from './model';

export function signerOf(
  { personId, seat }: Member,
  arrival: Arrival | undefined,
): { personId: string; organizationId: string | null } {
  return arrival?.author ?? { personId, organizationId: seat.organization.id };
}
