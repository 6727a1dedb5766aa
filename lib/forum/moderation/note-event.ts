// Writes into a thread what was done to it: who, for whom, when, why.
import { threadEvent } from '@/db/schema';
import type { ThreadEventKind } from '@/db/words';
import type { MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';

export type EventToNote = {
  kind: ThreadEventKind;
  reason?: string;
  detail?: Record<string, unknown>;
  /** After which post it stands; the last one unless said. */
  afterNumber?: number;
};

/** @returns the event's id, by which facts and the audit log name it */
export async function noteEvent(
  { db, actor, now }: MemberContext,
  thread: { id: string; postCount: number },
  { kind, reason = '', detail = {}, afterNumber = thread.postCount }: EventToNote,
): Promise<string> {
  const id = newId();
  await db.insert(threadEvent).values({
    ...{ id, kind, reason, detail, afterNumber },
    threadId: thread.id,
    personId: actor.personId,
    organizationId: actor.seat.organization.id,
    happenedAt: now,
  });
  return id;
}
