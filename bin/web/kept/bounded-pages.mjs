// The finished pages in memory, bounded in bytes and in age: the one not asked for longest goes first.

/** Some things change by the clock alone, as a seat that ends: no page is older than this. */
const longestLifeMs = 5 * 60_000;

/** What an entry takes beside what it holds, also where it holds nothing. */
const entryBytes = 200;

/** @typedef {import('./finish-page.mjs').Page} Page */

export class BoundedPages {
  /** Null for what is known not to be a page for everybody. @type {Map<string, Page | null>} */
  #pages = new Map();
  #bytes = 0;

  /** @param {number} mostBytes @param {() => number} clock */
  constructor(mostBytes, clock) {
    this.mostBytes = mostBytes;
    this.clock = clock;
  }

  /** @param {string} key @returns {Page | null | undefined} undefined where nothing is known */
  find(key) {
    const page = this.#pages.get(key);
    if (page === undefined) return undefined;
    if (page && this.clock() - page.madeAt > longestLifeMs) return this.#forget(key);
    this.#pages.delete(key);
    this.#pages.set(key, page);
    return page;
  }

  /** @param {string} key @param {Page | null} page */
  keep(key, page) {
    this.#forget(key);
    this.#pages.set(key, page && { ...page, madeAt: this.clock() });
    this.#bytes += sizeOf(key, page);
    for (const oldest of this.#pages.keys()) {
      if (this.#bytes <= this.mostBytes) break;
      this.#forget(oldest);
    }
  }

  clear() {
    this.#pages.clear();
    this.#bytes = 0;
  }

  size() {
    return { pages: this.#pages.size, bytes: this.#bytes };
  }

  /** @param {string} key @returns {undefined} */
  #forget(key) {
    const page = this.#pages.get(key);
    if (page === undefined) return;
    this.#bytes -= sizeOf(key, page);
    this.#pages.delete(key);
  }
}

/** @param {string} key @param {Page | null} page */
function sizeOf(key, page) {
  return entryBytes + 2 * key.length + (page?.size ?? 0);
}
