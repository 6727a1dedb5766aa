// Refuses what cannot be read. Its headers mostly can: then its writer is told, where answering is allowed (MAIL.md E27).
import type { Context } from '@/lib/core/context';
import { judgeMail } from '../judging/judge-mail';
import { loadKnown } from '../judging/load-known';
import { cutHead } from '../reading/cut-head';
import { parseMail } from '../reading/parse-mail';
import type { Decided, WaitingMail } from './model';
import { refuseMail } from './refuse-mail';
import { writeDecision } from './write-decision';

const reason = 'unreadable';

export async function refuseUnreadable(by: Context, row: WaitingMail): Promise<Decided> {
  const times = { receivedAt: row.createdAt, now: by.now };
  const head = await parseMail(cutHead(row.raw), times).catch(() => null);
  if (!head) return writeDecision(by, row, { outcome: 'refused', reason }, null);
  const known = await loadKnown(by, head, row.envelope);
  const judgement = judgeMail(head, row.envelope, known, by.now);
  // Without content it is refused as well; what a person looks at, or a program wrote, is not answered.
  const answer = judgement.outcome === 'refused' && judgement.answer;
  const each = { row, mail: head, known, judgement };
  return by.db.transaction(async (db) => {
    const tx = { ...by, db };
    const decided = await refuseMail(tx, each, { outcome: 'refused', reason, answer, personId: null });
    return writeDecision(tx, row, decided, { mail: head, messageId: head.messageId, bodyHash: null });
  });
}
