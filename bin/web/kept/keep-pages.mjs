// Finished public pages for whoever is not signed in: made once, sent until something they show has changed.
import { finishPage } from './finish-page.mjs';
import { publicRequest } from './public-request.mjs';
import { sendPage } from './send-page.mjs';

/** Some things change by the clock alone, as a seat that ends: no page is older than this. */
const longestLifeMs = 5 * 60_000;

/**
 * @typedef {import('./finish-page.mjs').Page} Page
 * @typedef {import('./finish-page.mjs').Answer} Answer
 * @param {object} given
 * @param {(path: string, language: string) => Promise<Answer>} given.render asks for a page as nobody in particular
 * @param {() => boolean} given.isTold whether changes are heard at the moment: otherwise nothing is kept or served
 * @param {number} given.mostBytes how much all pages together may take; the one not asked for longest goes first
 * @param {() => number} [given.clock]
 */
export function keepPages({ render, isTold, mostBytes, clock = Date.now }) {
  /** Null for what is known not to be a page for everybody: Next answers at once. @type {Map<string, Page | null>} */
  const pages = new Map();
  /** @type {Map<string, Promise<Page | undefined>>} */
  const inTheMaking = new Map();
  let bytes = 0;
  let changes = 0;

  /** @param {string} key @param {Page | null} page */
  function keep(key, page) {
    forget(key);
    pages.set(key, page);
    bytes += sizeOf(key, page);
    for (const oldest of pages.keys()) {
      if (bytes <= mostBytes) break;
      forget(oldest);
    }
  }

  /** @param {string} key */
  function forget(key) {
    const page = pages.get(key);
    if (page === undefined) return;
    bytes -= sizeOf(key, page);
    pages.delete(key);
  }

  /** @param {string} key */
  function find(key) {
    const page = pages.get(key);
    if (page === undefined) return undefined;
    if (page && clock() - page.madeAt > longestLifeMs) return forget(key);
    pages.delete(key);
    pages.set(key, page);
    return page;
  }

  /**
   * What was read before a change may be told after it: such a page is sent to who asked, and not kept.
   * @param {{ key: string, path: string, language: string }} asked
   */
  async function make({ key, path, language }) {
    const before = changes;
    const answer = await render(path, language);
    const page = await finishPage(answer);
    const isCertain = changes === before && isTold() && answer.status < 500;
    if (isCertain) keep(key, page ? { ...page, madeAt: clock() } : null);
    return page;
  }

  /** @param {{ key: string, path: string, language: string }} asked */
  function makeOnce(asked) {
    // Whoever asks after a change must not be given what was begun before it.
    const name = `${changes} ${asked.key}`;
    const known = inTheMaking.get(name);
    if (known) return known;
    const made = make(asked)
      .catch(() => undefined)
      .finally(() => inTheMaking.delete(name));
    inTheMaking.set(name, made);
    return made;
  }

  return {
    /** Everything may look different now. */
    drop() {
      changes += 1;
      pages.clear();
      bytes = 0;
    },
    /** For tests and for whoever watches the memory. */
    size: () => ({ pages: pages.size, bytes }),
    /**
     * @param {import('node:http').IncomingMessage} req
     * @param {import('node:http').ServerResponse} res
     * @param {() => void} pass hands the request to Next
     */
    answer(req, res, pass) {
      const asked = isTold() ? publicRequest(req) : undefined;
      if (!asked) return pass();
      const kept = find(asked.key);
      if (kept === null) return pass();
      if (kept) return sendPage(req, res, kept);
      void makeOnce(asked).then((page) => (page ? sendPage(req, res, page) : pass()));
    },
  };
}

/** @param {string} key @param {Page | null} page */
function sizeOf(key, page) {
  return 2 * key.length + (page?.size ?? 0);
}
