// Whether a post shows, as SQL: removed ones keep their number and leave lists, searches and files.
import { type SQL, sql } from 'drizzle-orm';
import { post, postRemoval } from '@/db/schema';

/** A condition on table `post`. */
export function isRemoved(): SQL<boolean> {
  return sql<boolean>`exists (select from ${postRemoval}
    where ${postRemoval.postId} = ${post.id} and ${postRemoval.liftedAt} is null)`;
}
