// A stored mail that waits to be looked at, with who let it in where somebody did.
import { and, desc, eq } from 'drizzle-orm';
import { mail, mailDecision } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Authentication } from '../judging/model';
import type { WaitingMail } from './model';

/** @returns null for a mail that is decided, or is none */
export async function findWaiting({ db }: Context, mailId: string): Promise<WaitingMail | null> {
  const [row] = await db
    .select({
      ...{ id: mail.id, raw: mail.raw, createdAt: mail.createdAt, authentication: mail.authentication },
      ...{ from: mail.envelopeFrom, to: mail.envelopeTo },
    })
    .from(mail)
    .where(and(eq(mail.id, mailId), eq(mail.outcome, 'received')));
  if (!row) return null;
  const [decision] = await db
    .select({ kind: mailDecision.kind, personId: mailDecision.personId })
    .from(mailDecision)
    .where(eq(mailDecision.mailId, mailId))
    .orderBy(desc(mailDecision.decidedAt), desc(mailDecision.id))
    .limit(1);
  const { id, raw, createdAt, from, to } = row;
  const authentication = row.authentication as Authentication | null;
  const release = decision?.kind === 'release' ? { personId: decision.personId } : null;
  return { id, raw, createdAt, envelope: { from, to, authentication }, release };
}
