// Whether a thread is a question nobody has answered yet, as SQL: answers that went to another thread are none here.
import { type SQL, sql } from 'drizzle-orm';
import { isQuestion } from './is-question';

/** A condition on table `thread`. The names are written out: drizzle shortens them in a select of one table. */
export function isWaiting(): SQL<boolean> {
  return sql<boolean>`(thread.solved_by_post_id is null and thread.post_count - thread.moved_count = 1
    and ${isQuestion()})`;
}
