// For which organisation somebody wrote: the seat of that time first, the mail domain else.
import type { Directory, HeldSeat } from './load-directory';

/** @returns an organisation's id, or null when neither seat nor domain says one */
export function organizationOf(
  directory: Directory,
  sender: { address: string; personId: string | null },
  at: Date,
): string | null {
  const office = directory.addresses.get(sender.address)?.organizationId ?? null;
  const byDomain = domainOwner(directory, sender.address);
  const seats = (directory.seats.get(sender.personId ?? '') ?? []).filter((seat) => holds(seat, at));
  const ofDomain = seats.find((seat) => seat.organizationId === (office ?? byDomain));
  return office ?? ofDomain?.organizationId ?? seats[0]?.organizationId ?? byDomain;
}

function holds(seat: HeldSeat, at: Date): boolean {
  return seat.startedAt <= at && (seat.endedAt === null || at < seat.endedAt);
}

/** `pec.comune-x.example` belongs to whoever owns `comune-x.example`. */
function domainOwner(directory: Directory, address: string): string | null {
  let domain = address.slice(address.lastIndexOf('@') + 1);
  while (domain.includes('.')) {
    const owner = directory.domains.get(domain);
    if (owner) return owner;
    domain = domain.slice(domain.indexOf('.') + 1);
  }
  return null;
}
