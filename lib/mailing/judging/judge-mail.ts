// From a mail as read and the rows that were loaded to exactly one outcome; pure.
import type { Member } from '@/lib/core/actor';
import type { Verdict } from '@/lib/core/verdict';
import { mayReadThread } from '@/lib/forum/policy';
import { mostAreas } from '@/lib/forum/writing/model';
import { mayOpenThread, mayReply } from '@/lib/forum/writing/policy';
import type { ParsedMail } from '../model';
import { type AuthorChoice, chooseAuthor } from './choose-author';
import { type DecidedPlace, decidePlace } from './decide-place';
import { decideSender, type Signer } from './decide-sender';
import { type Doubt, findDoubt } from './find-doubt';
import { type FoundPlace, findPlace } from './find-place';
import { judgeAutomatic } from './judge-automatic';
import { judgeCommand } from './judge-command';
import { mayAnswer } from './may-answer';
import {
  type Envelope,
  type HeldReason,
  type Judgement,
  type Known,
  mostMailsPerHour,
  type RefusedReason,
} from './model';

type Case = { mail: ParsedMail; envelope: Envelope; known: Known; now: Date; doubt: Doubt | null };
type Placed = Extract<FoundPlace, { kind: 'thread' | 'areas' }>;
type KnownSigner = Exclude<Signer, { kind: 'nobody' }>;

/** Whatever has none of them is no mail. */
const mailHeaders = ['from', 'sender', 'to', 'subject', 'date', 'message-id', 'received', 'content-type'];

/**
 * What comes first decides: reports and loops, commands, then who signs, where it goes, doubts, rights. The forum's own policies
 * are asked, so that mail and web agree.
 */
export function judgeMail(mail: ParsedMail, envelope: Envelope, known: Known, now: Date): Judgement {
  const automatic = judgeAutomatic(mail, known);
  if (automatic) return automatic;
  const each: Case = { mail, envelope, known, now, doubt: findDoubt(mail, known) };
  const signer = signerOf(each);
  const found = findPlace(mail, known, now);
  const command = each.doubt === null ? judgeCommand(mail, signer, found, known) : null;
  if (command) return { outcome: 'command', command };
  if (!mailHeaders.some((name) => mail.headers.has(name))) return refuse(each, 'unreadable');
  if (signer.kind === 'nobody') return refuse(each, signer.reason);
  if (found.kind === 'nowhere') return refuse(each, found.reason);
  if (found.kind === 'digest') return refuse(each, 'digest-answer');
  if (isEmpty(mail)) return refuse(each, 'empty');
  return judgePlaced(each, signer, found);
}

/** Whoever could not sign may be somebody else than the mail claims: then a person looks at it, as at a stranger's. */
function signerOf({ mail, known, doubt }: Case): Signer {
  const signer = decideSender(mail, known);
  if (signer.kind !== 'nobody' || !mail.sender || !isOfIdentity(doubt)) return signer;
  return { kind: 'stranger', ...mail.sender, organizationId: null };
}

function isOfIdentity(doubt: Doubt | null): doubt is Exclude<Doubt, 'automatic-subject'> {
  return doubt === 'spoofed' || doubt === 'pec-mismatch';
}

/** Subject and quoted words are no message; a picture or a file is. */
function isEmpty({ text, files }: ParsedMail): boolean {
  return text.trim() === '' && files.length === 0;
}

function judgePlaced(each: Case, signer: KnownSigner, found: Placed): Judgement {
  const place = decidePlace(each.mail, found, each.known, {
    mayRead: (thread) => allows(signer, (member) => mayReadThread(member, thread.areas)),
    mayOpen: (areas) => allows(signer, (member) => mayOpenThread(member, areas)),
    now: each.now,
  });
  const unfit = unfitFor(place);
  if (unfit) return refuse(each, unfit);
  const choice = chooseAuthor(signer, (member) => mayPost(member, place));
  if (isOfIdentity(each.doubt)) return hold(each.doubt, choice, place);
  return judgeRights(each, choice, place, found);
}

function allows(signer: KnownSigner, ask: (member: Member) => Verdict): boolean {
  return signer.kind !== 'stranger' && chooseAuthor(signer, ask).verdict.allowed;
}

function mayPost(member: Member, place: DecidedPlace): Verdict {
  return 'thread' in place ? mayReply(member, place.thread) : mayOpenThread(member, place.areas);
}

const shortestTitle = 3;

function unfitFor({ placement }: DecidedPlace): RefusedReason | null {
  if (placement.kind === 'reply') return null;
  if (placement.title.length < shortestTitle) return 'title-missing';
  return placement.areaIds.length > mostAreas ? 'too-many-areas' : null;
}

/** A colleague to whom a copy was passed on answers as themself, where they may; nobody as its receiver (MAIL.md E15). */
function judgeRights(each: Case, choice: AuthorChoice, place: DecidedPlace, found: Placed): Judgement {
  const { author, verdict } = choice;
  const ownerId = found.kind === 'thread' ? found.ownerId : null;
  const isOwner = ownerId === null || (author.kind === 'person' && author.personId === ownerId);
  if (!isOwner && (author.kind === 'outsider' || !verdict.allowed)) return refuse(each, 'token-of-another');
  if (author.kind === 'outsider') return judgeOutsider(each, choice, place, author.organizationId !== null);
  if (!verdict.allowed) return refuse(each, refusedFor(verdict.reason));
  const doubt = each.doubt ?? lateDoubt(each);
  return doubt ? hold(doubt, choice, place) : post(choice, place);
}

function judgeOutsider(each: Case, choice: AuthorChoice, place: DecidedPlace, isNear: boolean): Judgement {
  const areas = 'thread' in place ? place.thread.areas : place.areas;
  if (each.doubt) return hold(each.doubt, choice, place);
  const isHeld = isNear || areas.some(({ strangers }) => strangers === 'hold');
  if (!isHeld) return refuse(each, 'stranger');
  if (isFlood(each)) return hold('too-many-mails', choice, place);
  return hold(isNear ? 'outside-mailbox' : 'stranger', choice, place);
}

/** Another list holds one of our areas among its members; or a program gone wild writes in somebody's name. */
function lateDoubt(each: Case): HeldReason | null {
  const { mail, known } = each;
  const isOurs = known.areas.some(({ listIds }) => listIds.includes(mail.listId ?? ''));
  if (mail.listId !== null && !isOurs) return 'foreign-list';
  return isFlood(each) ? 'too-many-mails' : null;
}

function isFlood({ known }: Pick<Case, 'known'>): boolean {
  return (known.sender?.mailsLastHour ?? 0) >= mostMailsPerHour;
}

const sameReasons: readonly RefusedReason[] = ['readers-do-not-write', 'coordinators-only', 'thread-locked'];

/** What the forum's policies call it; why somebody may not read is nobody's business. */
function refusedFor(reason: string): RefusedReason {
  return sameReasons.find((same) => same === reason) ?? 'not-allowed';
}

function post({ author }: AuthorChoice, { placement }: DecidedPlace): Judgement {
  return placement.kind === 'reply'
    ? { outcome: 'posted', author, place: placement }
    : { outcome: 'new-thread', author, place: placement };
}

function hold(reason: HeldReason, { author }: AuthorChoice, { placement }: DecidedPlace): Judgement {
  return { outcome: 'held', reason, author, place: placement };
}

function refuse({ mail, envelope, known, doubt }: Case, reason: RefusedReason): Judgement {
  const answer = doubt === null && mayAnswer(mail, envelope, known);
  return { outcome: 'refused', reason, answer, personId: known.sender?.person?.id ?? null };
}
