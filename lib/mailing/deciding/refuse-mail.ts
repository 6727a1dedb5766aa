// Refuses a mail, with the one answer its reason has, where answering is allowed (MAIL.md E16, E27).
import type { Context } from '@/lib/core/context';
import { answerMail } from '../answering/answer-mail';
import type { Judgement, Known } from '../judging/model';
import { correspondentOf } from './correspondent-of';
import { findThreadLine } from './find-thread-line';
import type { Decided, MailCase } from './model';

type Refused = Extract<Judgement, { outcome: 'refused' }>;

export async function refuseMail(tx: Context, each: MailCase, { reason, answer }: Refused): Promise<Decided> {
  const to = answer ? correspondentOf(each) : null;
  if (to) {
    const url = reason === 'thread-locked' ? await lockedThread(tx, each.known) : null;
    await answerMail(tx, to, { kind: 'refused', reason, url });
  }
  return { outcome: 'refused', reason, detail: { answered: to !== null } };
}

/** The locked thread itself can still be read. */
async function lockedThread(tx: Context, { threads }: Known): Promise<string | null> {
  const locked = threads.find((one) => one.locked);
  return locked ? ((await findThreadLine(tx, locked.id))?.url ?? null) : null;
}
