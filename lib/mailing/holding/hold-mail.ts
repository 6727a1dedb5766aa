// Takes hold of a mail for the length of a transaction, with the areas it would go to: one decision at a time.
import { asc, eq, inArray } from 'drizzle-orm';
import { area, mail, threadArea } from '@/db/schema';
import type { MailOutcome } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import type { AreaForPolicy } from '@/lib/forum/policy';
import { admittedTo } from '@/lib/forum/queries';
import type { Placement } from '../judging/model';

export type MailInHand = { id: string; outcome: MailOutcome; reason: string | null; areas: AreaForPolicy[] };

/** @throws Refusal `not-found` */
export async function holdMail(tx: Context, mailId: string): Promise<MailInHand> {
  const [row] = await tx.db
    .select({ id: mail.id, outcome: mail.outcome, reason: mail.reason, detail: mail.detail })
    .from(mail)
    .where(eq(mail.id, mailId))
    .for('update');
  if (!row) throw new Refusal('not-found', 'no-such-mail');
  const { detail, ...rest } = row;
  return { ...rest, areas: await areasOf(tx, (detail as { place?: Placement }).place) };
}

async function areasOf({ db }: Context, place: Placement | undefined): Promise<AreaForPolicy[]> {
  if (!place) return [];
  const named =
    place.kind === 'thread'
      ? [...place.areaIds]
      : db.select({ id: threadArea.areaId }).from(threadArea).where(eq(threadArea.threadId, place.threadId));
  return db
    .select({ audience: area.audience, postingRule: area.postingRule, admitted: admittedTo })
    .from(area)
    .where(inArray(area.id, named))
    .orderBy(asc(area.position));
}
