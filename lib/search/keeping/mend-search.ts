// At the start of the worker: what should be found and has no document (a database older than the search, or rows written
// past the deeds) gets one. Where an upgrade brought other rules of words, all documents are made anew.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { readFilesOf } from '@/lib/forum/files/read-files-of';
import type { DocumentSource } from '@/lib/platform/search/document';
import { countWords, holdDocuments, keepDocuments } from '@/lib/platform/search/keep-documents';
import { rebuildDocuments } from '@/lib/platform/search/rebuild';
import { areRulesKept } from '@/lib/platform/search/server-marker';
import { listSources } from './list-sources';
import { mayKeepSearch } from './policy';

/** Only what has no document is read: a worker may start many times a day. @returns whether anything was missing */
export async function mendSearch(ctx: Context): Promise<boolean> {
  demand(mayKeepSearch(ctx.actor));
  const { db } = ctx;
  if (!(await areRulesKept(db))) {
    await rebuildDocuments(db, listSources());
    await readFilesOf(db);
    return true;
  }
  let added = 0;
  for (const source of listSources()) {
    for await (const subjects of source.subjects(db)) added += await addMissing(db, source, subjects);
  }
  if (added === 0) return false;
  await countWords(db);
  await readFilesOf(db);
  return true;
}

/** What must not be found, or not yet, has no document and gets none. @returns how many were added */
async function addMissing(db: Database, source: DocumentSource, subjects: string[]): Promise<number> {
  const rows = await db.execute<{
    id: string;
  }>(sql`select given.id from unnest(${sql.param(subjects)}::uuid[]) as given(id)
    where not exists (select from search_document where subject_id = given.id)`);
  const missing = rows.map(({ id }) => id);
  if (missing.length === 0) return 0;
  return db.transaction(async (tx) => {
    await holdDocuments(tx, ...missing);
    // A table that fills has no statistics yet: PostgreSQL would read all of it for each batch.
    await tx.execute(sql`set local enable_seqscan = off`);
    return keepDocuments(tx, missing, await source.documents(tx, missing));
  });
}
