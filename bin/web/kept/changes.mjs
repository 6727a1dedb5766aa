// Hears from the database that public pages have changed, and knows when it hears nothing.
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';

export const channel = 'raccordo_public_pages';
const lookEveryMs = 5_000;
const answerWithinMs = 3_000;
const tryAgainAfterMs = 500;

/** One connection of its own, asked regularly whether it still listens: a line cut without a word is noticed too. */
export class Changes {
  #url;
  #onChange;
  #isListening = false;
  #isOver = false;
  /** @type {ReturnType<typeof postgres> | undefined} */
  #line;

  /**
   * Listens from now on.
   * @param {string} url of the database
   * @param {() => void} onChange called for each change, and whenever changes may have been missed
   */
  constructor(url, onChange) {
    this.#url = url;
    this.#onChange = onChange;
    void this.#listen();
  }

  isTold() {
    return this.#isListening;
  }

  async close() {
    this.#isOver = true;
    this.#lose();
    await this.#line?.end({ timeout: 1 }).catch(() => undefined);
  }

  async #listen() {
    while (!this.#isOver) {
      await this.#listenOnce();
      await pause(tryAgainAfterMs, undefined, { ref: false });
    }
  }

  async #listenOnce() {
    const sql = open(this.#url, this.#onChange, () => this.#lose());
    this.#line = sql;
    try {
      await sql.unsafe(`listen ${channel}`);
      this.#onChange();
      this.#isListening = true;
      while (this.#isListening && (await listens(sql))) await pause(lookEveryMs, undefined, { ref: false });
    } catch {
      // Whatever went wrong, the next try says whether it still does.
    }
    this.#lose();
    await sql.end({ timeout: 1 }).catch(() => undefined);
  }

  #lose() {
    if (!this.#isListening) return;
    this.#isListening = false;
    this.#onChange();
  }
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
