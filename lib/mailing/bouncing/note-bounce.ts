// Writes down what came back for a copy, and stops an address where it is enough (MAIL.md E80, E82).
import { and, countDistinct, eq, gte, isNotNull, max, sql } from 'drizzle-orm';
import { address, bounce, delivery, mailStop, person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { normalizeEmail } from '@/lib/core/email';
import { newId } from '@/lib/core/ids';
import { type BadNews, countedSince, isToStop, longestDiagnostic } from './model';

type Charged = { personId: string | null; email: string };

/** Call it within a transaction. @returns false where the news is about nobody we write to: then nobody is charged */
export async function noteBounce(ctx: Context, news: BadNews): Promise<boolean> {
  const { db, now } = ctx;
  const charged = await findCharged(ctx, news);
  if (!charged) return false;
  const { kind, deliveryId, status, mailId, eventId } = news;
  const id = newId();
  const diagnostic = news.diagnostic?.replaceAll('\0', '').slice(0, longestDiagnostic) ?? null;
  const [noted] = await db
    .insert(bounce)
    .values({ id, ...charged, deliveryId, kind, status, diagnostic, mailId, eventId, bouncedAt: now })
    .onConflictDoNothing()
    .returning({ id: bounce.id });
  if (!noted) return true;
  if (deliveryId && kind !== 'transient' && kind !== 'complaint') await failCopy(ctx, deliveryId, diagnostic);
  if (!isToStop(kind, kind === 'transient' ? await countTransient(ctx, charged.email) : 0)) return true;
  await db
    .insert(mailStop)
    .values({ ...charged, bounceId: id, kind, stoppedAt: now })
    .onConflictDoNothing();
  return true;
}

async function findCharged({ db }: Context, { deliveryId, email }: BadNews): Promise<Charged | undefined> {
  const [copy] = deliveryId
    ? await db
        .select({ personId: delivery.personId, email: delivery.email })
        .from(delivery)
        .where(eq(delivery.id, deliveryId))
    : [];
  if (copy) return copy;
  if (!email) return undefined;
  const wanted = normalizeEmail(email);
  const [owner] = await db.select({ personId: person.id }).from(person).where(eq(person.email, wanted));
  if (owner) return { ...owner, email: wanted };
  const [other] = await db
    .select({ personId: address.personId })
    .from(address)
    .where(and(eq(address.email, wanted), isNotNull(address.personId)));
  return other && { ...other, email: wanted };
}

async function failCopy({ db }: Context, id: string, trouble: string | null): Promise<void> {
  await db
    .update(delivery)
    .set({ state: 'failed', trouble })
    .where(and(eq(delivery.id, id), eq(delivery.state, 'sent')));
}

/** Several reports about one copy are one trouble. */
async function countTransient({ db, now }: Context, email: string): Promise<number> {
  const [last] = await db
    .select({ resumedAt: max(mailStop.resumedAt) })
    .from(mailStop)
    .where(eq(mailStop.email, email));
  const since = countedSince(now, last?.resumedAt ?? null);
  const [counted] = await db
    .select({ troubles: countDistinct(sql`coalesce(${bounce.deliveryId}, ${bounce.id})`) })
    .from(bounce)
    .where(and(eq(bounce.email, email), eq(bounce.kind, 'transient'), gte(bounce.bouncedAt, since)));
  return counted?.troubles ?? 0;
}
