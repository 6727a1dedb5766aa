// Carries out what a mail asks for instead of being posted, through the deeds of the web, and confirms it (MAIL.md E91).
import { eq } from 'drizzle-orm';
import { area, areaFollow, person } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { followThread } from '@/lib/forum/following/follow-thread';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { findMember } from '@/lib/people/queries';
import { answerMail } from '../answering/answer-mail';
import type { Answer, Correspondent } from '../answering/model';
import { loadCopy } from '../choosing/queries';
import { stopCopies } from '../choosing/stop-copies';
import { refuseHeld } from '../holding/refuse-held';
import { releaseHeld } from '../holding/release-held';
import { mayAnswer } from '../judging/may-answer';
import type { MailCommand } from '../judging/model';
import { signId } from '../tokens/sign-id';
import { correspondentOf } from './correspondent-of';
import { findThreadLine } from './find-thread-line';
import { type Decided, type MailCase, maskAll, refusedFor } from './model';
import { refuseMail } from './refuse-mail';

type Decision = Extract<MailCommand, { name: 'release' | 'refuse-held' }>;
type Wish = Exclude<MailCommand, Decision>;

/** The reason of a refusal that came by mail, where one word is all that was asked for. */
const byMail = 'Deciso per posta';

export async function carryOutCommand(tx: Context, each: MailCase, command: MailCommand): Promise<Decided> {
  if (command.personId === null) return help(tx, each);
  const member = await findMember(tx, command.personId, isDecision(command) ? 'coordinator' : undefined);
  if (!member) return refuse(tx, each, 'no-seat');
  const ctx: MemberContext = { ...tx, actor: member };
  try {
    const answer = isDecision(command) ? await decide(ctx, command) : await wish(ctx, command);
    if (answer) await confirm(ctx, each, answer);
    return { outcome: 'command', reason: null, detail: { command: command.name } };
  } catch (error) {
    const reason = error instanceof Refusal ? (refusedFor(error) ?? 'not-allowed') : null;
    if (reason === null) throw error;
    return refuse(tx, each, reason);
  }
}

async function help(tx: Context, each: MailCase): Promise<Decided> {
  const { mail, row, known } = each;
  const to = mayAnswer(mail, row.envelope, known) ? correspondentOf(each) : null;
  if (to) await answerMail(tx, to, { kind: 'help' });
  return { outcome: 'command', reason: null, detail: { command: 'help' } };
}

function isDecision(command: MailCommand): command is Decision {
  return command.name === 'release' || command.name === 'refuse-held';
}

function refuse(tx: Context, each: MailCase, reason: 'no-seat' | NonNullable<ReturnType<typeof refusedFor>>) {
  const { mail, row, known } = each;
  const answer = mayAnswer(mail, row.envelope, known);
  return refuseMail(tx, each, {
    outcome: 'refused',
    reason,
    answer,
    personId: known.sender?.person?.id ?? null,
  });
}

/**
 * What changed is told to the person it changed for, whoever asked: a colleague may hold their copy, and a mail that is
 * not to be answered may not be theirs.
 */
async function confirm(ctx: MemberContext, each: MailCase, answer: Answer): Promise<void> {
  const isOwn = each.known.sender?.person?.id === ctx.actor.personId;
  const isAnswerable = mayAnswer(each.mail, each.row.envelope, each.known);
  const isChange = answer.kind !== 'help' && answer.kind !== 'decided';
  const writer = isAnswerable && (isOwn || !isChange) ? correspondentOf(each) : null;
  const to = writer ?? (isChange ? await ownerOf(ctx, each) : null);
  if (to) await answerMail(ctx, to, answer);
}

/** At their own address, and as no answer: they may never have seen the mail. */
async function ownerOf({ db, actor }: MemberContext, { row, mail }: MailCase): Promise<Correspondent | null> {
  const [owner] = await db.select({ email: person.email }).from(person).where(eq(person.id, actor.personId));
  if (!owner?.email) return null;
  const about = { id: row.id, messageId: null, subject: maskAll(mail.subject) };
  return {
    email: owner.email,
    name: actor.name,
    isOfNetwork: true,
    locale: actor.locale ?? 'it',
    mail: about,
  };
}

/** The first decision counts; a later one is told so. */
async function decide(ctx: MemberContext, { name, mailId }: Decision): Promise<Answer | null> {
  try {
    await ctx.db.transaction(async (db) => {
      const inner = { ...ctx, db };
      if (name === 'release') await releaseHeld(inner, { mailId });
      else await refuseHeld(inner, { mailId, reason: byMail });
    });
    return null;
  } catch (error) {
    if (error instanceof Refusal && error.code === 'conflict') return { kind: 'decided' };
    throw error;
  }
}

async function wish(ctx: MemberContext, command: Wish): Promise<Answer> {
  switch (command.name) {
    case 'choose': {
      const { slug, name } = await areaOf(ctx, command.areaId);
      await chooseAreaMail(ctx, { area: slug, mail: command.choice });
      return { kind: 'choose', area: name, choice: command.choice };
    }
    case 'mute':
      await muteThread(ctx, { threadId: command.threadId });
      return { kind: 'mute', thread: await titleOf(ctx, command.threadId) };
    case 'follow':
      await followThread(ctx, { threadId: command.threadId });
      return { kind: 'follow', thread: await titleOf(ctx, command.threadId) };
    case 'stop':
      return stop(ctx, command.copyId);
    case 'unsubscribe':
      return unsubscribe(ctx, command);
    default:
      return command.heldMailId ? { kind: 'decide', url: heldPage(command.heldMailId) } : { kind: 'help' };
  }
}

/** The page that the notice of a held mail leads to. */
function heldPage(mailId: string): string {
  return new URL(`/posta/trattenute/${signId('held', mailId)}`, env().publicUrl).href;
}

/** What the copy's own link does. */
async function stop(ctx: MemberContext, copyId: string): Promise<Answer> {
  const copy = await loadCopy(ctx, copyId);
  await stopCopies(ctx, copy);
  const names = [...copy.areas.map(({ name }) => name), ...copy.tags.map(({ tag }) => tag)];
  return { kind: 'stop', names, thread: copy.thread?.title ?? null };
}

/** Of the area it is addressed to; where none is named, of the thread; where neither is, of everything. */
async function unsubscribe(
  ctx: MemberContext,
  { areaId, threadId }: Extract<Wish, { name: 'unsubscribe' }>,
): Promise<Answer> {
  if (areaId) {
    const { slug, name } = await areaOf(ctx, areaId);
    await chooseAreaMail(ctx, { area: slug, mail: 'none' });
    return { kind: 'unsubscribe', area: name, thread: null };
  }
  if (threadId) {
    await muteThread(ctx, { threadId });
    return { kind: 'unsubscribe', area: null, thread: await titleOf(ctx, threadId) };
  }
  await ctx.db.update(areaFollow).set({ mail: 'none' }).where(eq(areaFollow.personId, ctx.actor.personId));
  return { kind: 'unsubscribe', area: null, thread: null };
}

async function areaOf({ db }: Context, areaId: string): Promise<{ slug: string; name: string }> {
  const [found] = await db.select({ slug: area.slug, name: area.name }).from(area).where(eq(area.id, areaId));
  if (!found) throw new Refusal('not-found', 'no-such-area');
  return found;
}

async function titleOf(ctx: Context, threadId: string): Promise<string> {
  return (await findThreadLine(ctx, threadId))?.title ?? '';
}
