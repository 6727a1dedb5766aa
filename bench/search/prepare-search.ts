// Builds the whole search over a database, the texts of its files included, as the worker would in its time.
import { isNull } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { file } from '@/db/schema';
import { readFileText } from '@/lib/forum/files/read-file-text';
import type { SearchServer } from '@/lib/platform/search/connection';
import { rebuildSearch } from '@/lib/search/keeping/rebuild-search';

export async function prepareSearch(
  db: Database,
  filesDir: string,
  server: SearchServer | undefined,
): Promise<void> {
  const ctx = { db, actor: { kind: 'system', name: 'worker' } as const, now: new Date() };
  const contents = await db.select({ sha256: file.sha256 }).from(file).where(isNull(file.textState));
  for (const { sha256 } of contents) await readFileText(ctx, { sha256 }, filesDir);
  await rebuildSearch(ctx, server);
}
