// Under whose name a mail is posted: of a person with several seats the one whose rights suffice, first that of the mail's domain.
import type { Member, Seat } from '@/lib/core/actor';
import { allow, deny, type Verdict } from '@/lib/core/verdict';
import { writingRoles } from '@/lib/forum/policy';
import type { Signer } from './decide-sender';
import type { KnownSender, MailAuthor } from './model';

type Person = NonNullable<KnownSender['person']>;
type Office = NonNullable<KnownSender['office']>;

/** `verdict`: whether whoever signs may do what the mail would; an outsider is never asked, only held. */
export type AuthorChoice = { author: MailAuthor; verdict: Verdict };

/**
 * Rights never add up across seats, and a mail does not say which one is meant.
 * @param ask what the seat would have to be allowed
 */
export function chooseAuthor(
  signer: Exclude<Signer, { kind: 'nobody' }>,
  ask: (member: Member) => Verdict,
): AuthorChoice {
  if (signer.kind === 'person') return chooseSeat(signer.person, signer.address, ask);
  if (signer.kind === 'office') {
    const author: MailAuthor = { kind: 'office', organizationId: signer.office.id };
    return { author, verdict: ask(operatorOf(signer.office)) };
  }
  const { address, name, organizationId } = signer;
  return { author: { kind: 'outsider', address, name, organizationId }, verdict: allow };
}

function chooseSeat(person: Person, address: string, ask: (member: Member) => Verdict): AuthorChoice {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const rank = (seat: Person['seats'][number]) =>
    (writingRoles.includes(seat.role) ? 0 : 2) + (seat.emailDomain === domain ? 0 : 1);
  const choices = person.seats
    .toSorted((one, other) => rank(one) - rank(other))
    .map((seat) => ({ seatId: seat.id, verdict: ask(memberWith(person, seat)) }));
  const chosen = choices.find(({ verdict }) => verdict.allowed) ?? choices[0];
  return {
    author: { kind: 'person', personId: person.id, seatId: chosen?.seatId ?? '' },
    verdict: chosen?.verdict ?? deny('sign-in'),
  };
}

function memberWith({ id, name, locale, seats }: Person, seat: Seat): Member {
  return { kind: 'member', personId: id, name, locale, seat, seats };
}

/** Whoever opens a shared mailbox works there: an office may what an operator may. */
function operatorOf({ hasLeft, ...office }: Office): Member {
  const organization = { ...office, writes: !hasLeft };
  const seat: Seat = { id: organization.id, role: 'operator', organization };
  return { kind: 'member', personId: '', name: organization.name, locale: null, seat, seats: [seat] };
}
