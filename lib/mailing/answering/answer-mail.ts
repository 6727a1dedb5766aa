// Answers a mail by ourselves: once, counted, and marked so that no program answers it (MAIL.md E16, E26, RFC 3834).
import { and, eq, gt, sql } from 'drizzle-orm';
import { automaticAnswer } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { mostAnswersTo } from '../judging/model';
import { composeAnswer } from './compose-answer';
import { type Answer, type Correspondent, countedAs } from './model';

const day = 24 * 60 * 60 * 1000;

/**
 * Call it within the transaction of what it says. Whether the mail may be answered at all is asked before; whether its
 * writer was answered enough is asked here once more, because other mails of theirs may be answered at this moment.
 */
export async function answerMail({ db, now }: Context, to: Correspondent, answer: Answer): Promise<void> {
  const { email, mail, isOfNetwork } = to;
  await db.execute(sql`select pg_advisory_xact_lock(hashtext(${`answer:${email}`}))`);
  const since = new Date(now.getTime() - day);
  const given = await db.$count(
    automaticAnswer,
    and(eq(automaticAnswer.email, email), gt(automaticAnswer.answeredAt, since)),
  );
  if (given >= mostAnswersTo(isOfNetwork)) return;
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
