// The person behind each sender: somebody known by address, or a former writer named as the mail names them.
import type { Database } from '@/db/client';
import { address, person } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import type { Sender } from '../model';
import type { Directory } from './load-directory';

/**
 * Adds the writers nobody knows to the tables and to `directory`: one person per address, without an account. Their
 * names stand beside every post, so they are masked like one.
 */
export async function resolveAuthors(
  tx: Database,
  directory: Directory,
  senders: readonly Sender[],
): Promise<void> {
  const unknown = new Map<string, Sender>();
  for (const sender of senders) {
    if (directory.addresses.get(sender.address)?.personId) continue;
    const before = unknown.get(sender.address);
    if (!before || (before.name === '' && sender.name !== '')) unknown.set(sender.address, sender);
  }
  if (unknown.size === 0) return;
  const rows = [...unknown.values()].map((sender) => ({
    id: newId(),
    name: maskPersonalData(sender.name || sender.address.replace(/@.*$/, '')).text,
    email: sender.address,
  }));
  await tx.insert(person).values(rows);
  await tx
    .insert(address)
    .values(rows.map(({ id, email }) => ({ email, kind: 'personal' as const, personId: id })))
    .onConflictDoNothing();
  for (const { id, email } of rows) {
    const known = directory.addresses.get(email);
    directory.addresses.set(email, {
      personId: id,
      organizationId: known?.organizationId ?? null,
      trusted: known?.trusted ?? false,
    });
  }
}
