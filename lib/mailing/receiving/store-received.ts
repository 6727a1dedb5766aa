// Keeps a mail exactly as it came, with the work of looking at it, before anything is decided (MAIL.md E03).
import { mail } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { addJob } from '@/lib/platform/jobs/add-job';
import { decideTask, type ReceivedMail } from './model';

/** A mail becomes a post before what follows from other posts is done. */
const first = -1;

/** @returns its id, or null where a mail with this id of the provider is stored already (MAIL.md E02) */
export async function storeReceived(
  { db, now }: Context,
  { raw, door, envelope, providerId }: ReceivedMail,
): Promise<string | null> {
  const id = newId();
  return db.transaction(async (tx) => {
    const [stored] = await tx
      .insert(mail)
      .values({
        ...{ id, door, providerId, raw, size: raw.length, outcome: 'received' as const, createdAt: now },
        ...{ envelopeFrom: envelope.from, envelopeTo: [...envelope.to] },
        authentication: envelope.authentication,
      })
      .onConflictDoNothing({ target: mail.providerId })
      .returning({ id: mail.id });
    if (!stored) return null;
    await addJob(tx, decideTask, { mailId: id }, { key: `${decideTask}:${id}`, priority: first });
    return id;
  });
}
