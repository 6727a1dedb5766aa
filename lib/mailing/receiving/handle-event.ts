// Carries out one message of the provider: each once, in whatever order and however often they came (MAIL.md E02, E80, E81).
import { and, eq, isNull } from 'drizzle-orm';
import { delivery, providerEvent } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { addJob } from '@/lib/platform/jobs/add-job';
import { noteBounce } from '../bouncing/note-bounce';
import { noteSuppression } from '../bouncing/note-suppression';
import { fetchReceived } from './fetch-received';
import { bounceKindOf, type EventData, eventPayload, eventTask, type HandledKind, happenedAt } from './model';

/** News of a copy may overtake the answer that names it: then it is looked for once more after this time. */
const againAfterMs = 60_000;

/** Payload of the job; `again`: it was tried before its copy was known. */
type EventJob = { eventId: string; again?: boolean };

/** @throws Error where the provider does not answer, so that the job is tried again */
export async function handleEvent(ctx: Context, job: unknown): Promise<void> {
  const { eventId, again = false } = job as EventJob;
  const [event] = await ctx.db
    .select()
    .from(providerEvent)
    .where(and(eq(providerEvent.id, eventId), isNull(providerEvent.handledAt)));
  if (!event) return;
  const { data } = eventPayload.parse(event.payload);
  const kind = event.kind as HandledKind;
  if (kind === 'email.received' && data.email_id) await fetchReceived(ctx, data.email_id);
  await ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    const [held] = await db
      .update(providerEvent)
      .set({ handledAt: ctx.now })
      .where(and(eq(providerEvent.id, eventId), isNull(providerEvent.handledAt)))
      .returning({ id: providerEvent.id });
    if (held) await carryOut(tx, { eventId, kind, data, again, at: happenedAt(event) });
  });
}

type OpenEvent = { eventId: string; kind: HandledKind; data: EventData; again: boolean; at: Date };

async function carryOut(tx: Context, event: OpenEvent): Promise<void> {
  const { eventId, kind, data, at } = event;
  const { email = '', origin = 'manual' } = data;
  if (kind === 'suppression.added') return noteSuppression(tx, { email, origin, eventId, at });
  if (kind === 'suppression.removed') return noteSuppression(tx, { email, origin: null, eventId, at });
  if (kind !== 'email.received') await noteOfCopy(tx, event);
}

async function noteOfCopy(tx: Context, event: OpenEvent): Promise<void> {
  const { eventId, kind, data, again, at } = event;
  const copyId = await findCopy(tx, data);
  if (!copyId && !again) return lookAgain(tx, eventId);
  if (copyId && data.message_id) await nameCopy(tx, copyId, data.message_id);
  if (copyId && kind === 'email.failed') await failCopy(tx, copyId, data.failed?.reason ?? null);
  const bad = bounceKindOf(kind, data);
  if (!bad) return;
  const diagnostic = data.bounce?.message ?? data.suppressed?.message ?? null;
  const about = { deliveryId: copyId, email: data.to?.[0] ?? null, status: null, diagnostic };
  await noteBounce({ ...tx, now: at }, { ...about, kind: bad, mailId: null, eventId });
}

async function findCopy({ db }: Context, { email_id: providerId }: EventData): Promise<string | null> {
  if (!providerId) return null;
  const [copy] = await db
    .select({ id: delivery.id })
    .from(delivery)
    .where(eq(delivery.providerId, providerId));
  return copy?.id ?? null;
}

async function lookAgain({ db, now }: Context, eventId: string): Promise<void> {
  await db.update(providerEvent).set({ handledAt: null }).where(eq(providerEvent.id, eventId));
  const runAt = new Date(now.getTime() + againAfterMs);
  await addJob(db, eventTask, { eventId, again: true }, { key: `${eventTask}:${eventId}:again`, runAt });
}

/** The local part alone: the provider's answers leave the rest out now and then (MAIL.md §3). */
async function nameCopy({ db }: Context, copyId: string, messageId: string): Promise<void> {
  const [local = ''] = messageId.replace(/[<>\s]/g, '').split('@');
  if (local === '') return;
  await db.update(delivery).set({ providerMessageId: local }).where(eq(delivery.id, copyId));
}

async function failCopy({ db }: Context, copyId: string, trouble: string | null): Promise<void> {
  await db.update(delivery).set({ state: 'failed', trouble }).where(eq(delivery.id, copyId));
}
