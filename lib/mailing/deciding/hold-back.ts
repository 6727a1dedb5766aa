// Keeps a mail for the moderators of where it would go, and has them told.
import type { Context } from '@/lib/core/context';
import { announce } from '@/lib/platform/jobs/announce';
import { mailHeld } from '../holding/facts';
import { mayAnswer } from '../judging/may-answer';
import type { Judgement } from '../judging/model';
import type { Decided, MailCase } from './model';

/** Whether a refusal may be told is known now: when it comes, the mail is not read again (MAIL.md E26, E27). */
export async function holdBack(
  tx: Context,
  { row, mail, known }: MailCase,
  { reason, author, place }: Extract<Judgement, { outcome: 'held' }>,
): Promise<Decided> {
  await announce(tx.db, mailHeld(row.id));
  const answer = mayAnswer(mail, row.envelope, known);
  const areaId = place.kind === 'thread' ? (place.areaIds[0] ?? null) : null;
  return { outcome: 'held', reason, areaId, detail: { author: author.kind, place, answer } };
}
