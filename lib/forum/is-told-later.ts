// Whether a post can still be taken back and nobody was told of it, as SQL.
import { type SQL, sql } from 'drizzle-orm';
import { isDueLater } from '@/lib/platform/jobs/due-later';
import { publishedKey } from './writing/model';

/** A condition on table `post`: the fact of it waits for its time. The name is written out: drizzle shortens it. */
export function isToldLater(): SQL<boolean> {
  return isDueLater(sql`${publishedKey('')} || post.id::text`);
}
