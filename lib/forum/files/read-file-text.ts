// Reads the words of a content once, in parts: what cannot be read is said to be unreadable and never tried again.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { file, fileText } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { readFileParts } from '@/lib/platform/files/text/read-file-parts';
import { announce } from '@/lib/platform/jobs/announce';
import { fileRead } from '../facts';

const jobInput = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/) });

/** @param job `{ sha256 }` @throws what the disk says: the job is tried again */
export async function readFileText(ctx: Context, job: unknown, filesDir: string): Promise<void> {
  const { sha256 } = jobInput.parse(job);
  const [found] = await ctx.db.select().from(file).where(eq(file.sha256, sha256));
  if (!found || found.textState !== null) return;
  await ctx.db.delete(fileText).where(eq(fileText.sha256, sha256));
  const state = await readFileParts(filesDir, found, async (part, text) => {
    await ctx.db.insert(fileText).values({ sha256, part, text });
  });
  await ctx.db.transaction(async (tx) => {
    await tx.update(file).set({ textState: state }).where(eq(file.sha256, sha256));
    if (state !== 'read') await tx.delete(fileText).where(eq(fileText.sha256, sha256));
    else await announce(tx, fileRead(sha256));
  });
}
