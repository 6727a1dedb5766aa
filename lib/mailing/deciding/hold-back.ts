// Keeps a mail for the moderators of where it would go, and has them told.
import type { Context } from '@/lib/core/context';
import { announce } from '@/lib/platform/jobs/announce';
import { mailHeld } from '../holding/facts';
import type { Judgement } from '../judging/model';
import type { Decided } from './model';

export async function holdBack(
  tx: Context,
  mailId: string,
  { reason, author, place }: Extract<Judgement, { outcome: 'held' }>,
): Promise<Decided> {
  await announce(tx.db, mailHeld(mailId));
  const areaId = place.kind === 'thread' ? (place.areaIds[0] ?? null) : null;
  return { outcome: 'held', reason, areaId, detail: { author: author.kind, place } };
}
