// What comes in before anybody has read it, the limits of the door, and the tasks that follow.
import { z } from 'zod';
import type { BounceKind, MailDoor } from '@/db/words';
import type { Envelope } from '../judging/model';

/** Bytes of one mail, announced to whoever connects (MAIL.md E05). */
export const largestMail = 25 * 1024 * 1024;
export const mostRecipients = 100;

/** Looks at one stored mail. Payload `{mailId}`. */
export const decideTask = 'mail.decide';
/** Carries out one message of the provider's webhook. Payload `{eventId}`. */
export const eventTask = 'mail.event';
/** Looks for mails whose message from the provider was lost. */
export const reconcileTask = 'mail.reconcile';

/** A mail as a door hands it over: its bytes and how they came. */
export type ReceivedMail = {
  raw: Uint8Array;
  door: Exclude<MailDoor, 'import'>;
  envelope: Envelope;
  /** The provider's id of it, under which it is stored once. */
  providerId: string | null;
};

/** Who connected, for the checks of SPF, DKIM and DMARC (MAIL.md E14). */
export type SmtpClient = {
  remote: string;
  helo: string;
  /** MAIL FROM; empty for the null path. */
  from: string;
};

/** Programs of this machine are trusted as it is: they have no domain that could vouch for them. */
export function isLoopback(remote: string): boolean {
  const address = remote.replace(/^::ffff:/i, '');
  return address === '::1' || address.startsWith('127.');
}

/** Messages of the provider that change something here. */
const handledKinds = [
  'email.received',
  'email.sent',
  'email.delivered',
  'email.bounced',
  'email.complained',
  'email.delivery_delayed',
  'email.suppressed',
  'email.failed',
  'suppression.added',
  'suppression.removed',
] as const;

export type HandledKind = (typeof handledKinds)[number];

/** Whether a message of this kind is kept and carried out. */
export function isHandled(kind: string): kind is HandledKind {
  return (handledKinds as readonly string[]).includes(kind);
}

/** What is read of a message of the provider; anything else in it is its own. */
export const eventPayload = z.object({
  created_at: z.string().optional(),
  data: z.object({
    email_id: z.string().optional(),
    message_id: z.string().nullish(),
    to: z.array(z.string()).optional(),
    email: z.string().optional(),
    origin: z.string().optional(),
    bounce: z
      .object({ type: z.string(), subType: z.string().optional(), message: z.string().optional() })
      .optional(),
    suppressed: z.object({ message: z.string().optional() }).optional(),
    failed: z.object({ reason: z.string().optional() }).optional(),
  }),
});

export type EventData = z.infer<typeof eventPayload>['data'];

/** When it happened, by the provider's clock; else when it was told. Messages come in any order. */
export function happenedAt({ payload, createdAt }: { payload: unknown; createdAt: Date }): Date {
  const told = new Date(eventPayload.parse(payload).created_at ?? '');
  return Number.isNaN(told.getTime()) ? createdAt : told;
}

/** What the provider's word for a returned mail means here: only what it calls permanent is, and what is late may arrive. */
export function bounceKindOf(kind: HandledKind, data: EventData): BounceKind | null {
  if (kind === 'email.bounced') return data.bounce?.type === 'Permanent' ? 'permanent' : 'transient';
  if (kind === 'email.complained') return 'complaint';
  return kind === 'email.suppressed' ? 'suppressed' : null;
}
