// Does what was decided about a mail: posts it, holds it, answers it, or takes it as the report or wish it is.
import type { Context } from '@/lib/core/context';
import { carryOutCommand } from './carry-out-command';
import type { ComposedArrival } from './compose-arrival';
import { holdBack } from './hold-back';
import type { Decided, MailCase, TakenFiles, ToPublish } from './model';
import { noteReports } from './note-reports';
import { publishMail } from './publish-mail';
import { refuseMail } from './refuse-mail';
import type { SettledIdentity } from './settle-identity';

export type Arrived = ToPublish & { files: TakenFiles; composed: ComposedArrival };

/** Within the transaction that holds the mail. */
export async function actOn(
  tx: Context,
  each: MailCase,
  identity: SettledIdentity,
  arrived: Arrived | null,
): Promise<Decided> {
  const { judgement, row } = each;
  if (arrived) return publishMail(tx, each, identity, arrived);
  switch (judgement.outcome) {
    case 'held':
      return holdBack(tx, each, judgement);
    case 'refused':
      return refuseMail(tx, each, judgement);
    case 'bounce':
      return noteReports(tx, row.id, judgement.reports);
    case 'command':
      return carryOutCommand(tx, each, judgement.command);
    case 'automatic':
      return { outcome: 'automatic', reason: judgement.reason };
    default:
      throw new Error(`A mail to be ${judgement.outcome} was not prepared.`);
  }
}
