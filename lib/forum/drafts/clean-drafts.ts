// Forgets drafts that nobody touched for thirty days, those that were sent, and contents that nothing names any more.
import { and, inArray, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { attachment, draft, draftFile, file, resolutionFile } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { listContents, removeContent } from '@/lib/platform/files/store';
import { forgottenAfterDays, sentKeptDays } from './model';
import { mayCleanDrafts } from './policy';

const day = 24 * 60 * 60 * 1000;

export type Cleaned = { drafts: number; contents: number };

/**
 * A content younger than a day is left: its upload may be about to name it. Safe to run again after a death at
 * any step: contents that no row names are looked for on disk.
 * @throws Refusal `not-allowed` for anyone but the system
 */
export async function cleanDrafts(ctx: Context, { filesDir }: { filesDir: string }): Promise<Cleaned> {
  demand(mayCleanDrafts(ctx.actor));
  const before = (days: number) => new Date(ctx.now.getTime() - days * day);
  const forgotten = await ctx.db
    .delete(draft)
    .where(
      or(
        and(isNull(draft.publishedAt), untouchedSince(before(forgottenAfterDays))),
        and(isNotNull(draft.publishedAt), lt(draft.publishedAt, before(sentKeptDays))),
      ),
    )
    .returning({ id: draft.id });
  const orphans = await ctx.db
    .delete(file)
    .where(and(isOrphan(), lt(file.createdAt, before(1))))
    .returning({ sha256: file.sha256 });
  for (const { sha256 } of orphans) await removeContent(filesDir, sha256, before(1));
  const swept = await sweep(ctx, filesDir, before(1));
  return { drafts: forgotten.length, contents: orphans.length + swept };
}

/** Neither its words nor its files. */
function untouchedSince(moment: Date) {
  return sql`${draft.updatedAt} < ${moment.toISOString()}::timestamptz and not exists (select from ${draftFile}
    where ${draftFile.draftId} = ${draft.id} and ${draftFile.createdAt} >= ${moment.toISOString()}::timestamptz)`;
}

/** A death between storing a content and naming it leaves it without a row. */
async function sweep({ db }: Context, filesDir: string, before: Date): Promise<number> {
  let swept = 0;
  for await (const hashes of listContents(filesDir)) {
    const rows = await db.select({ sha256: file.sha256 }).from(file).where(inArray(file.sha256, hashes));
    const named = new Set(rows.map(({ sha256 }) => sha256));
    for (const hash of hashes.filter((one) => !named.has(one))) {
      if (await removeContent(filesDir, hash, before)) swept += 1;
    }
  }
  return swept;
}

function isOrphan() {
  return sql`not exists (select from ${attachment} where ${attachment.sha256} = ${file.sha256})
    and not exists (select from ${draftFile} where ${draftFile.sha256} = ${file.sha256})
    and not exists (select from ${resolutionFile} where ${resolutionFile.sha256} = ${file.sha256})`;
}
