// Which engine answers: Meilisearch while it is well, PostgreSQL as soon as it is not, and Meilisearch again by itself.
import { MeilisearchRequestError, MeilisearchRequestTimeOutError } from 'meilisearch';
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
export type Switch = {
  ask: Ask;
  /** Whether PostgreSQL searches alone, as far as was seen. */
  isReduced: () => boolean;
};

/** So many questions in a row that take too long, and the server is as good as away. */
const mostSlow = 3;

/**
 * @param server undefined: there is none
 * @param tell hears once that the server is away and why, and once that it is back
 * @param clock milliseconds, given so that tests need not wait
 */
export function searchSwitch(
  server: SearchServer | undefined,
  clock: () => number = Date.now,
  tell: (line: string) => void = () => {},
): Switch {
  const meili = server && meiliEngine(server, deadlineMs);
  let tryAgainAt = 0;
  let slow = 0;
  const noteWell = () => {
    if (tryAgainAt > 0) tell('Meilisearch answers again.');
    tryAgainAt = 0;
    slow = 0;
  };
  const noteFailure = async (engine: SearchEngine, error: unknown) => {
    const isSlow = tryAgainAt === 0 && isTimeout(error) && ++slow < mostSlow;
    if (isSlow && (await engine.isWell())) return;
    if (tryAgainAt === 0) tell(`Meilisearch is away, PostgreSQL searches alone: ${causeOf(error)}`);
    tryAgainAt = clock() + tryAgainMs;
  };
  return {
    isReduced: () => !meili || tryAgainAt > 0,
    ask: async (db, question) => {
      const now = clock();
      if (meili && now >= tryAgainAt) {
        // Meanwhile others do not wait for it; a good answer opens the way for all.
        if (tryAgainAt > 0) tryAgainAt = now + tryAgainMs;
        try {
          const value = await question(meili);
          noteWell();
          return { value, reduced: false };
        } catch (error) {
          await noteFailure(meili, error);
        }
      }
      return { value: await question(postgresEngine(db)), reduced: true };
    },
  };
}

/** A question may be hard without the server being away. */
function isTimeout(error: unknown): boolean {
  return error instanceof MeilisearchRequestError && error.cause instanceof MeilisearchRequestTimeOutError;
}

/** @returns what went wrong, down to the ground: of itself the client only says that it failed */
export function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${causeOf(error.cause)}` : error.message;
}
