// What every act upon a whole thread has in common: the right, the gate, the line in the thread, the fact and the log.
import type { Context, MemberContext } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { threadChanged } from '../facts';
import { findHeldThread } from '../find-held-thread';
import { holdThread } from '../hold-thread';
import type { HeldThread } from '../model';
import { mayModerate } from '../policy';
import { type EventToNote, noteEvent } from './note-event';

type Typed = {
  threadId: string;
  reason: string;
  confirmed: boolean;
  title?: string;
  tags?: string[];
  /** Another thread that changes with it. */
  holdAlso?: string;
};
type Change = (tx: MemberContext, held: HeldThread) => Promise<EventToNote | null>;

/**
 * Two threads are held in the order of their ids, so that nobody waits in a circle.
 * @param change writes the change and names it; null where there is nothing to change, and then nothing is noted
 */
export async function changeThread(by: Context, typed: Typed, act: string, change: Change): Promise<void> {
  const ctx = actFor(by);
  const { threadId, reason, confirmed, title = '', tags = [], holdAlso } = typed;
  const changing = holdAlso ? [threadId, holdAlso].toSorted() : [threadId];
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    for (const id of changing) await holdThread(tx, id);
    const held = await findHeldThread(tx, threadId);
    demand(mayModerate(tx.actor, held));
    const warned = checkPersonalData({ title, tags: tags.join('\n'), reason }, confirmed);
    const event = await change(tx, held);
    if (!event) return;
    const eventId = await noteEvent(tx, held, { ...event, reason });
    for (const id of changing) await announce(db, threadChanged(id, eventId));
    await record(tx, { act, subject: `thread:${threadId}`, detail: { event: eventId, warned } });
  });
}
