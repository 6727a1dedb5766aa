// Hears from the database that public pages have changed, and knows when it hears nothing.
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

export const channel = 'raccordo_public_pages';
const lookEveryMs = 5_000;
const answerWithinMs = 3_000;
const tryAgainAfterMs = 500;

/**
 * One connection of its own, asked regularly whether it still listens: a line that is cut without a word is noticed too.
 * @param {string} url of the database
 * @param {() => void} onChange called for each change, and whenever changes may have been missed
 */
export function listenChanges(url, onChange) {
  let isListening = false;
  let isOver = false;
  /** @type {ReturnType<typeof postgres> | undefined} */
  let line;

  function lose() {
    if (!isListening) return;
    isListening = false;
    onChange();
  }

  async function listenOnce() {
    const sql = open(url, onChange, lose);
    line = sql;
    try {
      await sql.unsafe(`listen ${channel}`);
      onChange();
      isListening = true;
      while (isListening && (await listens(sql))) await pause(lookEveryMs, undefined, { ref: false });
    } catch {
      // Whatever went wrong, the next try says whether it still does.
    }
    lose();
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }

  async function listen() {
    while (!isOver) {
      await listenOnce();
      await pause(tryAgainAfterMs, undefined, { ref: false });
    }
  }
  void listen();

  return {
    isTold: () => isListening,
    close: async () => {
      isOver = true;
      lose();
      await line?.end({ timeout: 1 }).catch(() => undefined);
    },
  };
}

/** @param {string} url @param {() => void} onnotify @param {() => void} onclose */
function open(url, onnotify, onclose) {
  return postgres(url, {
    ...{ max: 1, idle_timeout: 0, max_lifetime: null, fetch_types: false, onnotice: () => {} },
    ...{ connection: { application_name: 'raccordo-pages' }, connect_timeout: 3, onclose },
    // Undocumented in the types of the driver, which calls it for every notification on its connections.
    ...{ onnotify },
  });
}

/** @param {ReturnType<typeof postgres>} sql */
async function listens(sql) {
  const late = pause(answerWithinMs, [], { ref: false });
  const rows = await Promise.race([sql`select pg_listening_channels()`, late]);
  return rows.length > 0;
}
