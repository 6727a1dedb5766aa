// Whether a post shows, as SQL: removed ones keep their number and leave lists, searches and files.
import { type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { post, postRemoval } from '@/db/schema';

/** @param postId a column or value, without which it is a condition on table `post` */
export function isRemoved(postId: SQLWrapper = post.id): SQL<boolean> {
  return sql<boolean>`exists (select from ${postRemoval}
    where ${postRemoval.postId} = ${postId} and ${postRemoval.liftedAt} is null)`;
}
