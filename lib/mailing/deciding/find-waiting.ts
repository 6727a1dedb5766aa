// A stored mail that waits to be looked at, with who let it in where somebody did.
import { and, eq, sql } from 'drizzle-orm';
import { mail } from '@/db/schema';
import type { MailDecisionKind } from '@/db/words';
import type { Context } from '@/lib/core/context';
import type { Authentication } from '../judging/model';
import type { WaitingMail } from './model';

type Decision = { kind: MailDecisionKind; personId: string | null };

/** @returns null for a mail that is decided, or is none */
export async function findWaiting({ db }: Context, mailId: string): Promise<WaitingMail | null> {
  const [row] = await db
    .select({
      ...{ id: mail.id, raw: mail.raw, createdAt: mail.createdAt, authentication: mail.authentication },
      ...{ from: mail.envelopeFrom, to: mail.envelopeTo, decision: lastDecision },
    })
    .from(mail)
    .where(and(eq(mail.id, mailId), eq(mail.outcome, 'received')));
  if (!row) return null;
  const { id, raw, createdAt, from, to, decision } = row;
  const authentication = row.authentication as Authentication | null;
  const release = decision?.kind === 'release' ? { personId: decision.personId } : null;
  return { id, raw, createdAt, envelope: { from, to, authentication }, release };
}

/** The names are written out: drizzle shortens them in a select of one table. */
const lastDecision = sql<Decision | null>`(
  select json_build_object('kind', d.kind, 'personId', d.person_id) from mail_decision d
  where d.mail_id = mail.id order by d.decided_at desc, d.id desc limit 1)`;
