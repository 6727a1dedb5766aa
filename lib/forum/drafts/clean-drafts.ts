// Forgets drafts that nobody touched for thirty days, those that were sent, and contents that nothing names any more.
import { and, isNotNull, isNull, lt, or, sql } from 'drizzle-orm';
import { attachment, draft, draftFile, file } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { removeContent } from '@/lib/platform/files/store';
import { forgottenAfterDays, sentKeptDays } from './model';
import { mayCleanDrafts } from './policy';

const day = 24 * 60 * 60 * 1000;

export type Cleaned = { drafts: number; contents: number };

/**
 * A content younger than a day is left: its upload may be about to name it. Safe to run again after a death between
 * the two steps but for contents on disk, which then stay.
 * @throws Refusal `not-allowed` for anyone but the system
 */
export async function cleanDrafts(ctx: Context, { filesDir }: { filesDir: string }): Promise<Cleaned> {
  demand(mayCleanDrafts(ctx.actor));
  const before = (days: number) => new Date(ctx.now.getTime() - days * day);
  const forgotten = await ctx.db
    .delete(draft)
    .where(
      or(
        and(isNull(draft.publishedAt), lt(draft.updatedAt, before(forgottenAfterDays))),
        and(isNotNull(draft.publishedAt), lt(draft.publishedAt, before(sentKeptDays))),
      ),
    )
    .returning({ id: draft.id });
  const orphans = await ctx.db
    .delete(file)
    .where(and(isOrphan(), lt(file.createdAt, before(1))))
    .returning({ sha256: file.sha256 });
  for (const { sha256 } of orphans) await removeContent(filesDir, sha256, before(1));
  return { drafts: forgotten.length, contents: orphans.length };
}

function isOrphan() {
  return sql`not exists (select from ${attachment} where ${attachment.sha256} = ${file.sha256})
    and not exists (select from ${draftFile} where ${draftFile.sha256} = ${file.sha256})`;
}
