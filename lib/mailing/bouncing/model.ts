// What comes back for a copy, and when an address is left in peace: pure.
import { z } from 'zod';
import type { BounceKind } from '@/db/words';
import { emailInput } from '@/lib/core/email';

/** So many passing troubles within these days are one that stays (MAIL.md E80). */
export const mostTransient = 4;
export const countedDays = 30;
export const longestDiagnostic = 500;

/**
 * One recipient's bad news. Whoever the copy went to is charged, whatever address the report names (MAIL.md E82).
 * `mailId` or `eventId`: where the news came from; the same news twice is one.
 */
export type BadNews = {
  kind: BounceKind;
  deliveryId: string | null;
  email: string | null;
  /** RFC 3463. */
  status: string | null;
  diagnostic: string | null;
  mailId: string | null;
  eventId: string | null;
};

/**
 * Whether nothing more is sent to the address for now: at once where it is for good or asked for, after some time where
 * it was passing.
 * @param transient passing troubles that count, this one included
 */
export function isToStop(kind: BounceKind, transient: number): boolean {
  return kind !== 'transient' || transient >= mostTransient;
}

/** From when on passing troubles count: 30 days back, and not before the address was resumed. */
export function countedSince(now: Date, resumedAt: Date | null): Date {
  const window = new Date(now.getTime() - countedDays * 24 * 60 * 60 * 1000);
  return resumedAt && resumedAt > window ? resumedAt : window;
}

export const resumeInput = z.object({ email: emailInput });

/** An address to which nothing is sent, as its person sees it. */
export type OwnStop = { email: string; kind: BounceKind; stoppedAt: Date; diagnostic: string | null };
