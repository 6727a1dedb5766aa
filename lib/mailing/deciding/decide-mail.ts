// The worker's look at one stored mail: read, judge, act, and write down what became of it, all in one transaction.
import type { Context } from '@/lib/core/context';
import { judgeMail } from '../judging/judge-mail';
import { loadKnown } from '../judging/load-known';
import type { ParsedMail } from '../model';
import { keepOwnFiles } from '../reading/keep-own-files';
import { parseMail } from '../reading/parse-mail';
import { type Arrived, actOn } from './act-on';
import { composeArrival } from './compose-arrival';
import { findWaiting } from './find-waiting';
import { type Decided, type MailCase, type ToPublish, toPublish, type WaitingMail } from './model';
import { refuseUnreadable } from './refuse-unreadable';
import { settleIdentity } from './settle-identity';
import { takeFiles } from './take-files';
import { writeDecision } from './write-decision';

/** How often a mail is judged anew because what it answers came in meanwhile. */
const mostRounds = 3;

/**
 * Idempotent: a mail that is decided stays as it is, whoever asks again and however often the worker dies in between.
 * @param job `{mailId}`
 * @returns what became of it; null where there was nothing to decide
 */
export async function decideMail(ctx: Context, job: unknown): Promise<Decided | null> {
  const row = await findWaiting(ctx, (job as { mailId: string }).mailId);
  if (!row) return null;
  const mail = await read(row, ctx.now);
  if (!mail) return refuseUnreadable(ctx, row);
  for (let round = 1; ; round++) {
    const decided = await decide(ctx, row, mail, round === mostRounds);
    if (decided !== 'overtaken') return decided;
  }
}

async function decide(
  ctx: Context,
  row: WaitingMail,
  mail: ParsedMail,
  isLast: boolean,
): Promise<Decided | 'overtaken' | null> {
  const known = await loadKnown(ctx, mail, row.envelope);
  const each: MailCase = { row, mail, known, judgement: judgeMail(mail, row.envelope, known, ctx.now) };
  const publish = toPublish(each.judgement, row.release !== null);
  const arrived = publish ? await prepare(publish, mail) : null;
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const identity = await settleIdentity(tx, each);
    if (!identity) return null;
    if (identity.isOvertaken && !isLast) return 'overtaken';
    const decided = identity.isDuplicate ? duplicate : await actOn(tx, each, identity, arrived);
    const { messageId, bodyHash, isDuplicate } = identity;
    return writeDecision(tx, row, decided, { mail, messageId, bodyHash: isDuplicate ? null : bodyHash });
  });
}

async function prepare(publish: ToPublish, mail: ParsedMail): Promise<Arrived> {
  const own = keepOwnFiles(mail);
  return { ...publish, files: await takeFiles(own), composed: composeArrival(mail, own) };
}

const duplicate: Decided = { outcome: 'duplicate', reason: null };

/** Bytes that are no mail end here, whatever is wrong with them. */
function read({ raw, createdAt }: WaitingMail, now: Date): Promise<ParsedMail | null> {
  return parseMail(raw, { receivedAt: createdAt, now }).catch(() => null);
}
