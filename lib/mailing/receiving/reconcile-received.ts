// Each night: the provider's list of received mails against ours; a message that was lost on its way is written down now (MAIL.md E06).
import { inArray } from 'drizzle-orm';
import type { ListReceivingEmail } from 'resend';
import { mail, providerEvent } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { addJob } from '@/lib/platform/jobs/add-job';
import { eventTask } from './model';
import { resendClient } from './resend-client';

const perPage = 100;
const mostPages = 50;
/** Days back: messages of the webhook are tried again for more than one. */
const days = 3;
const day = 24 * 60 * 60 * 1000;

/** @returns how many were missing @throws Error with the provider's words, so that the job is tried again */
export async function reconcileReceived({ db, now }: Context): Promise<number> {
  if (!env().resend) return 0;
  const since = new Date(now.getTime() - days * day);
  let missing = 0;
  let after: string | undefined;
  for (let page = 0; page < mostPages; page++) {
    const { data, has_more: hasMore } = await listPage(after);
    const recent = data.filter((each) => new Date(each.created_at) >= since);
    for (const each of await unknown({ db }, recent)) {
      await writeDown({ db, now }, each);
      missing += 1;
    }
    after = data.at(-1)?.id;
    if (!hasMore || after === undefined || recent.length < data.length) break;
  }
  return missing;
}

async function listPage(after: string | undefined) {
  const paging = after === undefined ? { limit: perPage } : { limit: perPage, after };
  const { data, error } = await resendClient().emails.receiving.list(paging);
  if (error) throw new Error(`Resend: ${error.name}: ${error.message}`);
  return data;
}

async function unknown({ db }: Pick<Context, 'db'>, listed: ListReceivingEmail[]) {
  if (listed.length === 0) return [];
  const ids = listed.map(({ id }) => id);
  const rows = await db.select({ id: mail.providerId }).from(mail).where(inArray(mail.providerId, ids));
  const known = new Set(rows.map(({ id }) => id));
  return listed.filter(({ id }) => !known.has(id));
}

/** As if its message had come: one that still comes finds the mail stored. */
async function writeDown(
  { db, now }: Pick<Context, 'db' | 'now'>,
  { id }: ListReceivingEmail,
): Promise<void> {
  const eventId = `reconciled:${id}`;
  const payload = { type: 'email.received', data: { email_id: id } };
  await db.transaction(async (tx) => {
    const again = { handledAt: null, createdAt: now };
    await tx
      .insert(providerEvent)
      .values({ id: eventId, kind: 'email.received', payload, createdAt: now })
      .onConflictDoUpdate({ target: providerEvent.id, set: again });
    await addJob(tx, eventTask, { eventId }, { key: `${eventTask}:${eventId}` });
  });
}
