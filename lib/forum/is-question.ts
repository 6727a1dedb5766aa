// Whether a thread waits for an answer, as SQL: its author said so; or it came by mail, where nobody is asked; or an
// answer was chosen, so that it was a question.
import { type SQL, sql } from 'drizzle-orm';

/** A condition on table `thread`. The names are written out: drizzle shortens them in a select of one table. */
export function isQuestion(): SQL<boolean> {
  return sql<boolean>`(thread.is_question or thread.solved_by_post_id is not null or exists (
    select from post asked where asked.thread_id = thread.id and asked.number = 1 and asked.channel = 'mail'))`;
}
