// Finished public pages for whoever is not signed in: made once, sent until something they show has changed.
import { BoundedPages } from './bounded-pages.mjs';
import { finishPage } from './finish-page.mjs';
import { publicRequest } from './public-request.mjs';
import { sendPage } from './send-page.mjs';

/**
 * @typedef {import('./finish-page.mjs').Page} Page
 * @typedef {import('./finish-page.mjs').Answer} Answer
 * @typedef {{ key: string, path: string, language: string }} Asked
 */

export class KeptPages {
  #pages;
  #render;
  #isTold;
  #changes = 0;
  /** @type {Map<string, Promise<Page | undefined>>} */
  #inTheMaking = new Map();

  /**
   * @param {object} given
   * @param {(path: string, language: string) => Promise<Answer>} given.render asks for a page as nobody in particular
   * @param {() => boolean} given.isTold whether changes are heard at the moment: otherwise nothing is kept or served
   * @param {number} given.mostBytes how much all pages together may take
   * @param {() => number} [given.clock]
   */
  constructor({ render, isTold, mostBytes, clock = Date.now }) {
    this.#pages = new BoundedPages(mostBytes, clock);
    this.#render = render;
    this.#isTold = isTold;
  }

  /** Everything may look different now. */
  drop() {
    this.#changes += 1;
    this.#pages.clear();
  }

  /** For tests and for whoever watches the memory. */
  size() {
    return this.#pages.size();
  }

  /**
   * @param {import('node:http').IncomingMessage} req
   * @param {import('node:http').ServerResponse} res
   * @param {() => void} pass hands the request to Next
   */
  answer(req, res, pass) {
    const asked = this.#isTold() ? publicRequest(req) : undefined;
    const kept = asked && this.#pages.find(asked.key);
    if (!asked || kept === null) return pass();
    if (kept) return sendPage(req, res, kept);
    void this.#makeOnce(asked).then((page) => (page ? sendPage(req, res, page) : pass()));
  }

  /**
   * Many may ask at once; who asks after a change is not given what was begun before it.
   * @param {Asked} asked
   */
  #makeOnce(asked) {
    const name = `${this.#changes} ${asked.key}`;
    const known = this.#inTheMaking.get(name);
    if (known) return known;
    const made = this.#make(asked)
      .catch(() => undefined)
      .finally(() => this.#inTheMaking.delete(name));
    this.#inTheMaking.set(name, made);
    return made;
  }

  /**
   * What was read before a change may be told after it: such a page is sent to who asked, and not kept.
   * @param {Asked} asked
   */
  async #make({ key, path, language }) {
    const before = this.#changes;
    const answer = await this.#render(path, language);
    const page = await finishPage(answer);
    const isCertain = this.#changes === before && this.#isTold() && answer.status < 500;
    if (isCertain) this.#pages.keep(key, page ?? null);
    return page;
  }
}
