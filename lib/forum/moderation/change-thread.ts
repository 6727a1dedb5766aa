// What every act upon a whole thread has in common: the right, the gate, the line in the thread, the fact and the log.
import type { Context, MemberContext } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { announce } from '@/lib/platform/jobs/announce';
import { actFor } from '../act-for';
import { checkPersonalData } from '../check-personal-data';
import { threadChanged } from '../facts';
import { holdThread } from '../hold-thread';
import type { HeldThread } from '../model';
import { mayModerate } from '../policy';
import { type EventToNote, noteEvent } from './note-event';

type Typed = { threadId: string; reason: string; confirmed: boolean; title?: string; tags?: string[] };
type Change = (tx: MemberContext, held: HeldThread) => Promise<EventToNote | null>;

/** @param change writes the change and names it; null where there is nothing to change, and then nothing is noted */
export async function changeThread(by: Context, typed: Typed, act: string, change: Change): Promise<void> {
  const ctx = actFor(by);
  const { threadId, reason, confirmed, title = '', tags = [] } = typed;
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const held = await holdThread(tx, threadId);
    demand(mayModerate(tx.actor, held));
    const warned = checkPersonalData({ title, tags: tags.join('\n'), reason }, confirmed);
    const event = await change(tx, held);
    if (!event) return;
    const eventId = await noteEvent(tx, held, { ...event, reason });
    await announce(db, threadChanged(threadId, eventId));
    await record(tx, { act, subject: `thread:${threadId}`, detail: { event: eventId, warned } });
  });
}
