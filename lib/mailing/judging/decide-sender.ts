// Who signs a mail: the person of the address, the office of a shared mailbox, a stranger, or nobody who may (MAIL.md E10, E11, E16, E17).
import type { ParsedMail } from '../model';
import type { Known, KnownSender } from './model';

export type Signer =
  | { kind: 'person'; person: NonNullable<KnownSender['person']>; address: string }
  | { kind: 'office'; office: NonNullable<KnownSender['office']>; address: string }
  | { kind: 'stranger'; address: string; name: string; organizationId: string | null }
  | { kind: 'nobody'; reason: 'no-sender' | 'suspended' | 'no-seat' | 'address-unverified' };

/** Mailboxes that anybody opens: such a domain says nothing about where one works. */
const freeDomains = new Set([
  ...['gmail.com', 'googlemail.com', 'outlook.com', 'outlook.it', 'hotmail.com', 'hotmail.it', 'live.com'],
  ...['live.it', 'msn.com', 'yahoo.com', 'yahoo.it', 'ymail.com', 'icloud.com', 'me.com', 'mac.com'],
  ...[
    'libero.it',
    'virgilio.it',
    'iol.it',
    'inwind.it',
    'blu.it',
    'giallo.it',
    'alice.it',
    'tim.it',
    'tin.it',
  ],
  ...['tiscali.it', 'tiscalinet.it', 'fastwebnet.it', 'vodafone.it', 'email.it', 'aruba.it', 'katamail.com'],
  ...['supereva.it', 'poste.it', 'proton.me', 'protonmail.com', 'gmx.com', 'gmx.net', 'gmx.de', 'aol.com'],
]);

/** Somebody known only as a writer of an archive is a stranger: they never asked for an account. */
export function decideSender(mail: Pick<ParsedMail, 'sender'>, known: Pick<Known, 'sender'>): Signer {
  const { sender } = known;
  if (!mail.sender || !sender) return { kind: 'nobody', reason: 'no-sender' };
  const { address, name } = mail.sender;
  const { kind, office, person, verified } = sender;
  if (office && (kind === 'office' || (kind === 'pec' && !person))) {
    if (office.hasLeft) return { kind: 'nobody', reason: 'suspended' };
    return verified ? { kind: 'office', office, address } : { kind: 'nobody', reason: 'address-unverified' };
  }
  if (!person?.hasAccount) {
    const isFree = freeDomains.has(address.slice(address.lastIndexOf('@') + 1));
    return { kind: 'stranger', address, name, organizationId: isFree ? null : sender.domainOwnerId };
  }
  if (person.seats.length === 0) return { kind: 'nobody', reason: person.hasLeft ? 'suspended' : 'no-seat' };
  return verified ? { kind: 'person', person, address } : { kind: 'nobody', reason: 'address-unverified' };
}
