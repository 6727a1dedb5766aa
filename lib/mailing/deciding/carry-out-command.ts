// Carries out what a mail asks for instead of being posted, through the deeds of the web, and confirms it (MAIL.md E91).
import { eq } from 'drizzle-orm';
import { area, areaFollow } from '@/db/schema';
import type { Context, MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { followThread } from '@/lib/forum/following/follow-thread';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { findMember } from '@/lib/people/queries';
import { answerMail } from '../answering/answer-mail';
import type { Answer } from '../answering/model';
import { refuseHeld } from '../holding/refuse-held';
import { releaseHeld } from '../holding/release-held';
import { mayAnswer } from '../judging/may-answer';
import type { MailCommand } from '../judging/model';
import { signId } from '../tokens/sign-id';
import { correspondentOf } from './correspondent-of';
import { findThreadLine } from './find-thread-line';
import { type Decided, type MailCase, refusedFor } from './model';
import { refuseMail } from './refuse-mail';

type Decision = Extract<MailCommand, { name: 'release' | 'refuse-held' }>;
type Wish = Exclude<MailCommand, Decision>;

/** The reason of a refusal that came by mail, where one word is all that was asked for. */
const byMail = 'Deciso per posta';

export async function carryOutCommand(tx: Context, each: MailCase, command: MailCommand): Promise<Decided> {
  const member = await findMember(tx, command.personId, isDecision(command) ? 'coordinator' : undefined);
  if (!member) return refuse(tx, each, 'no-seat');
  const ctx: MemberContext = { ...tx, actor: member };
  try {
    const answer = isDecision(command) ? await decide(ctx, command) : await wish(ctx, command);
    await confirm(tx, each, answer);
    return { outcome: 'command', reason: null, detail: { command: command.name } };
  } catch (error) {
    const reason = error instanceof Refusal ? (refusedFor(error) ?? 'not-allowed') : null;
    if (reason === null) throw error;
    return refuse(tx, each, reason);
  }
}

function isDecision(command: MailCommand): command is Decision {
  return command.name === 'release' || command.name === 'refuse-held';
}

function refuse(tx: Context, each: MailCase, reason: 'no-seat' | NonNullable<ReturnType<typeof refusedFor>>) {
  const { mail, row, known } = each;
  const answer = mayAnswer(mail, row.envelope, known, reason);
  return refuseMail(tx, each, {
    outcome: 'refused',
    reason,
    answer,
    personId: known.sender?.person?.id ?? null,
  });
}

async function confirm(tx: Context, each: MailCase, answer: Answer | null): Promise<void> {
  const to = mayAnswer(each.mail, each.row.envelope, each.known, 'not-allowed')
    ? correspondentOf(each)
    : null;
  if (to && answer) await answerMail(tx, to, answer);
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

/** Of the area the copy came from; where none is named, of the thread; where neither is, of everything. */
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
