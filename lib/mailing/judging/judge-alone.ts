// Judges a mail by itself, without any rows: as it would end if its sender were a member and all that it names were there.
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { ParsedMail } from '../model';
import type { TokenUse } from '../tokens/model';
import { findClues } from './find-clues';
import { judgeMail } from './judge-mail';
import type {
  Authentication,
  Clues,
  Envelope,
  Judgement,
  Known,
  KnownArea,
  KnownSender,
  KnownThread,
  Placement,
} from './model';

export type AloneOptions = {
  /** Our mail domain; where the mail names a signed address or a root of another, that one counts. */
  domain: string;
  ownAddress: string;
  authentication: Authentication | null;
  now: Date;
};

export type AloneJudgement = {
  judgement: Judgement;
  /** By what it would find its thread: the word or id that says so. */
  thread: { by: Extract<Placement, { kind: 'reply' }>['via'] | null; id: string | null };
};

const nowhere: Envelope = { from: null, to: [], authentication: null };
const someThread = 'thread';
const somebody = 'somebody';
const signed = /^[rbm]-[a-z2-7]{42}@(.+)$/i;
const root = /^topic\.[0-9a-f-]{36}@(.+)$/i;
const answering = /^\s*(?:\[[^\]]{1,60}\]\s*)*(?:re|r|rif|risp|aw|sv)\s*(?:[[(^]\d{1,3}[\])]?)?\s*[:：]/i;

/** Whether a word was signed here cannot be asked of a file from elsewhere: what looks like one counts. */
export function judgeAlone(mail: ParsedMail, options: AloneOptions): AloneJudgement {
  const domain = domainOf(mail) ?? options.domain;
  const clues = findClues(mail, nowhere, { domain, readToken: (_: TokenUse, token: string) => token });
  const thread = threadOf(clues, mail);
  const areas = areasOf(clues, mail, domain);
  const known: Known = {
    ...{ clues, domain, areas, authentication: options.authentication },
    ownAddresses: [options.ownAddress, ...areas.map(({ postingAddress }) => postingAddress)],
    sender: mail.sender && memberFor(mail),
    threads: thread.by === null ? [] : [threadRow(mail, clues, areas, options.now)],
    posts: clues.answers.map(({ id }) => ({ messageId: id, postId: id, threadId: threadIdOf(clues) })),
    copies: [
      ...[...clues.copyIds, ...clues.bouncedIds].map((id) => copyRow(id, clues, options.now)),
      ...failedCopies(clues, options.now),
    ],
  };
  return { judgement: judgeMail(mail, nowhere, known, options.now), thread };
}

function domainOf(mail: ParsedMail): string | undefined {
  const named = [
    ...[...mail.recipients, ...mail.alsoTo].map((address) => signed.exec(address)?.[1]),
    ...mail.references.map((id) => root.exec(id)?.[1]),
  ];
  return named.find((domain) => domain !== undefined)?.toLowerCase();
}

function threadOf(clues: Clues, mail: ParsedMail): AloneJudgement['thread'] {
  const [answer] = clues.answers;
  const [token] = clues.copyIds;
  const [threadId] = clues.threadIds;
  if (token !== undefined) return { by: 'token', id: token };
  if (answer) return { by: answer.via, id: answer.id };
  if (threadId !== undefined) return { by: 'root', id: threadId };
  const isAnswer = answering.test(mail.subject) && clues.subjectKey !== '';
  return isAnswer ? { by: 'subject', id: clues.subjectKey } : { by: null, id: null };
}

function threadIdOf({ threadIds }: Clues): string {
  return threadIds[0] ?? someThread;
}

/** Addresses under our domain; without any, whatever it is addressed to. */
function areasOf({ addressed }: Clues, { sender }: ParsedMail, domain: string): KnownArea[] {
  const candidates = addressed.filter((address) => !signed.test(address));
  const ours = candidates.filter((address) => address.endsWith(`@${domain}`));
  const others = candidates.filter((address) => address !== sender?.address);
  return (ours.length > 0 ? ours : others).map((address) => ({
    ...{ id: address, postingAddress: address, listIds: [], strangers: 'refuse' },
    ...{ audience: 'network', postingRule: 'members', admitted: [] },
  }));
}

/** A renamed subject is another than the thread's. */
function threadRow(mail: ParsedMail, clues: Clues, areas: readonly KnownArea[], now: Date): KnownThread {
  const normalizedTitle = normalizeSubject(mail.subject).renamed ? '' : clues.subjectKey;
  const anywhere: KnownArea = {
    ...{ id: someThread, postingAddress: '', listIds: [], strangers: 'refuse' },
    ...{ audience: 'network', postingRule: 'members', admitted: [] },
  };
  return {
    ...{ id: threadIdOf(clues), locked: false, lastPostAt: now, normalizedTitle },
    ...{ hasSender: true, areas: areas.length > 0 ? areas : [anywhere] },
  };
}

function copyRow(id: string, clues: Clues, now: Date): Known['copies'][number] {
  return {
    ...{ id, personId: somebody, email: '', postId: null, threadId: threadIdOf(clues), digestId: null },
    ...{ providerMessageId: null, messageId: null, createdAt: now },
  };
}

/** Whom a report names was sent what it is about. */
function failedCopies(clues: Clues, now: Date): Known['copies'] {
  if (clues.bouncedIds.length > 0) return [];
  const failures = clues.report?.failures ?? [];
  return failures.map(({ email }) => ({ ...copyRow(email ?? '', clues, now), email: email ?? '' }));
}

function memberFor({ certified, sender }: ParsedMail): KnownSender {
  const organization = {
    id: 'office',
    slug: 'ufficio',
    name: 'Ufficio',
    kind: 'commune' as const,
    writes: true,
  };
  const seats = [{ id: 'seat', role: 'operator' as const, organization, emailDomain: null }];
  const name = sender?.name ?? '';
  return {
    ...{ kind: certified ? 'pec' : 'personal', verified: true, office: null, domainOwnerId: null },
    ...{ mailsLastHour: 0, answers: [] },
    person: { ...{ id: somebody, name, locale: null, hasAccount: true, hasLeft: false }, seats },
  };
}
