// Which engine answers: Meilisearch while it is well, PostgreSQL as soon as it is not, and Meilisearch again by itself.
import type { Database } from '@/db/client';
import type { SearchServer } from './connection';
import { meiliEngine } from './meili-engine';
import { postgresEngine } from './postgres-engine';
import type { SearchEngine } from './query';

/** Whoever searches waits no longer than this before PostgreSQL is asked instead. */
const deadlineMs = 400;
/** After a failure one search in so much time tries the server again; no timer runs. */
const tryAgainMs = 2_000;

/** `reduced`: PostgreSQL answered, without the search server. */
export type Answer<T> = { value: T; reduced: boolean };

/** The question is asked again of PostgreSQL when Meilisearch fails. */
export type Ask = <T>(db: Database, question: (engine: SearchEngine) => Promise<T>) => Promise<Answer<T>>;
export type Switch = { ask: Ask };

/**
 * @param server undefined: there is none
 * @param clock milliseconds, given so that tests need not wait
 */
export function searchSwitch(server: SearchServer | undefined, clock: () => number = Date.now): Switch {
  const meili = server && meiliEngine(server, deadlineMs);
  let tryAgainAt = 0;
  return {
    ask: async (db, question) => {
      const now = clock();
      if (meili && now >= tryAgainAt) {
        // Meanwhile others do not wait for it; a good answer opens the way for all.
        if (tryAgainAt > 0) tryAgainAt = now + tryAgainMs;
        try {
          const value = await question(meili);
          tryAgainAt = 0;
          return { value, reduced: false };
        } catch {
          tryAgainAt = clock() + tryAgainMs;
        }
      }
      return { value: await question(postgresEngine(db)), reduced: true };
    },
  };
}
