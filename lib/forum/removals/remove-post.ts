// Takes a post out of sight; it keeps its number, and a line in its place says so.
import { postRemoval } from '@/db/schema';
import type { RemovalKind } from '@/db/words';
import type { MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { announce } from '@/lib/platform/jobs/announce';
import { dropAnswer } from '../answers/drop-answer';
import { postRemoved } from '../facts';
import type { HeldPost } from '../model';

/** @returns the removal's id */
export async function removePost(
  tx: MemberContext,
  held: HeldPost,
  kind: RemovalKind,
  reason = '',
): Promise<string> {
  const { db, actor, now } = tx;
  const id = newId();
  const by = { personId: actor.personId, organizationId: actor.seat.organization.id };
  await db.insert(postRemoval).values({ id, postId: held.id, kind, reason, ...by, removedAt: now });
  await dropAnswer(tx, held);
  await announce(db, postRemoved(held.id, id));
  return id;
}
