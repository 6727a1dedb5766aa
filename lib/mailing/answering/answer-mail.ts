// Answers a mail by ourselves: once, counted, and marked so that no program answers it (MAIL.md E16, E26, RFC 3834).
import { automaticAnswer } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { composeAnswer } from './compose-answer';
import { type Answer, type Correspondent, countedAs } from './model';

/** Call it within the transaction of what it says. Whether the mail may be answered at all is asked before. */
export async function answerMail({ db, now }: Context, to: Correspondent, answer: Answer): Promise<void> {
  const { email, mail } = to;
  const [counted] = await db
    .insert(automaticAnswer)
    .values({ email, reason: countedAs(answer), mailId: mail.id, answeredAt: now })
    .onConflictDoNothing()
    .returning({ id: automaticAnswer.id });
  if (!counted) return;
  const thread = mail.messageId ? { inReplyTo: mail.messageId, references: [mail.messageId] } : {};
  const letter = composeAnswer(to, answer);
  await queueMail(
    db,
    { to: email, ...letter, ...thread, autoSubmitted: 'auto-replied' },
    `answer:${mail.id}`,
  );
}
