// Whether an image is seen in the text of its post, as a condition of a query; where not, it is a file for whoever gets the post by mail.
import { type SQL, sql } from 'drizzle-orm';
import { attachment, post } from '@/db/schema';

export function standsInText(): SQL {
  return sql`(${attachment.inline} and ${post.html} like '%src="/api/files/' || ${attachment.id} || '"%')`;
}
