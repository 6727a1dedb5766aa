// The provider's webhook: what is genuine is written down once and left to the worker (MAIL.md E01–E03).
import { Resend } from 'resend';
import { providerEvent } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import { addJob } from '@/lib/platform/jobs/add-job';
import { eventTask, isHandled } from './model';

/** `body` as it came, byte for byte; the other three from the headers `svix-…`. */
export type SignedEvent = { body: Uint8Array; id: string; timestamp: string; signature: string };

/**
 * Kinds of messages that change nothing here are let go: who opened what is nobody's business.
 * @throws Refusal `unavailable` (`webhook-not-set-up`), `not-allowed` (`signature-wrong`: wrong, or older than five minutes)
 */
export async function takeInEvent({ db, now }: Context, signed: SignedEvent): Promise<void> {
  const event = verified(signed);
  if (!isHandled(event.type)) return;
  await db.transaction(async (tx) => {
    const [noted] = await tx
      .insert(providerEvent)
      .values({ id: signed.id, kind: event.type, payload: event, createdAt: now })
      .onConflictDoNothing()
      .returning({ id: providerEvent.id });
    if (!noted) return;
    await addJob(tx, eventTask, { eventId: signed.id }, { key: `${eventTask}:${signed.id}` });
  });
}

function verified({ body, id, timestamp, signature }: SignedEvent) {
  const { resend } = env();
  if (!resend?.webhookSecret) throw new Refusal('unavailable', 'webhook-not-set-up');
  try {
    return new Resend(resend.apiKey).webhooks.verify({
      payload: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body),
      headers: { id, timestamp, signature },
      webhookSecret: resend.webhookSecret,
    });
  } catch {
    throw new Refusal('not-allowed', 'signature-wrong');
  }
}
