// The deed that remembers where the former archive showed each message, so that old links still lead there.
import { readFile } from 'node:fs/promises';
import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { oldAddress } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import type { OldAddressSummary } from '../model';
import { mayImportArchive } from '../policy';
import { inChunks } from './in-chunks';
import { readOldAddress } from './read-old-address';

const input = z.object({ file: z.string().min(1), dryRun: z.boolean().default(false) });

/**
 * The file: two columns, old path or address and Message-ID, parted by `,` or `;`. A path given again leads to its
 * newest message.
 * @throws Refusal `not-found` when there is no such file
 */
export async function importOldAddresses(
  ctx: Context,
  given: z.input<typeof input>,
): Promise<OldAddressSummary> {
  const { file, dryRun } = parseInput(input, given);
  demand(mayImportArchive(ctx.actor));
  const text = await readFile(file, 'utf8').catch(() => {
    throw new Refusal('not-found', 'addresses-missing', 'oldAddresses');
  });
  const { found, skipped } = readLines(text);
  if (!dryRun) await write(ctx, found, skipped.length);
  return { addresses: found.size, skipped };
}

function readLines(text: string): { found: Map<string, string>; skipped: OldAddressSummary['skipped'] } {
  const found = new Map<string, string>();
  const skipped: OldAddressSummary['skipped'] = [];
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .entries()) {
    if (line.trim() === '') continue;
    const read = readOldAddress(line);
    if ('path' in read) found.set(read.path, read.messageId);
    else if (index > 0 || read.reason !== 'no-message-id')
      skipped.push({ line: index + 1, reason: read.reason });
  }
  return { found, skipped };
}

async function write(ctx: Context, found: ReadonlyMap<string, string>, skipped: number): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    for (const some of inChunks([...found])) {
      await tx
        .insert(oldAddress)
        .values(some.map(([path, messageId]) => ({ path, messageId })))
        .onConflictDoUpdate({ target: oldAddress.path, set: { messageId: sql`excluded.message_id` } });
    }
    const detail = { addresses: found.size, skipped };
    await record(
      { ...ctx, db: tx },
      { act: 'mailing.import-old-addresses', subject: 'archive:addresses', detail },
    );
  });
}
