// Rows as judging loads them, for tables of cases without a database.

import { findClues } from '@/lib/mailing/judging/find-clues';
import type {
  Envelope,
  Known,
  KnownArea,
  KnownCopy,
  KnownSender,
  KnownThread,
} from '@/lib/mailing/judging/model';
import type { ParsedMail } from '@/lib/mailing/model';
import { mailDomain } from '@/lib/mailing/tokens/mail-domain';
import { readSignedId } from '@/lib/mailing/tokens/read-signed-id';
import { makeMember } from './actors';

export const noEnvelope: Envelope = { from: null, to: [], authentication: null };

/** An area of the network whose name is its address; `rest` says what is special of it. */
export function areaRow(name: string, rest: Partial<KnownArea> = {}): KnownArea {
  return {
    ...{ id: name, postingAddress: `${name}@${mailDomain()}`, listIds: [`${name}.${mailDomain()}`] },
    ...{ strangers: 'refuse', audience: 'network', postingRule: 'members', admitted: [] },
    ...rest,
  };
}

/** A thread that was written in yesterday, seen from `now`. */
export function threadRow(now: Date, areas: KnownArea[], rest: Partial<KnownThread> = {}): KnownThread {
  const yesterday = new Date(now.getTime() - 86_400_000);
  return {
    ...{ id: 'thread', locked: false, lastPostAt: yesterday, normalizedTitle: 'prova', hasSender: false },
    areas,
    ...rest,
  };
}

/** A copy for the person `owner` of the post `post` in the thread `thread`. */
export function copyRow(now: Date, rest: Partial<KnownCopy> = {}): KnownCopy {
  return {
    ...{ id: 'copy', personId: 'owner', email: 'owner@segrate.example', digestId: null },
    ...{ postId: 'post', threadId: 'thread', messageId: null, providerMessageId: null, createdAt: now },
    ...rest,
  };
}

/** A person with one seat, an operator's unless said, at an organisation of `segrate.example`. */
export function personRow(id: string, role: Parameters<typeof makeMember>[0] = 'operator'): KnownSender {
  const { seat } = makeMember(role);
  return {
    ...{ kind: 'personal', verified: true, office: null, domainOwnerId: null, mailsLastHour: 0, answers: [] },
    person: {
      ...{ id, name: 'Rita Sala', locale: null, hasAccount: true, hasLeft: false },
      seats: [{ ...seat, id: `seat of ${id}`, emailDomain: 'segrate.example' }],
    },
  };
}

/** Nobody knows the address. */
export function strangerRow(rest: Partial<KnownSender> = {}): KnownSender {
  return { ...personRow(''), kind: null, verified: false, person: null, ...rest };
}

/** What was loaded for this mail: nothing but what `rows` says. */
export function knownFor(mail: ParsedMail, envelope: Envelope, rows: Partial<Known> = {}): Known {
  const domain = mailDomain();
  const ownAddresses = [`raccordo@${domain}`, ...(rows.areas ?? []).map((area) => area.postingAddress)];
  return {
    ...{ clues: findClues(mail, envelope, { domain, readToken: readSignedId }), domain, ownAddresses },
    ...{ authentication: envelope.authentication, sender: null },
    ...{ areas: [], threads: [], posts: [], copies: [] },
    ...rows,
  };
}
