// Node 20 leaves an Immediate that has run tied to those beside it in its queue. What such a one holds is never given back
// where requests overlap without a pause.
import timers from 'node:timers';
import { promisify } from 'node:util';

/**
 * Unties each Immediate when the next one runs; to be called before anything else asks for `setImmediate`.
 *
 * React rejects what waits for a rendering with an Error when it ends; its trace holds the Immediate that ran then, and
 * that one those after it, which hold the renderings that asked for them: a chain from the oldest request to the newest.
 * Whatever was opened while a page was made (a connection of the database, a promise) holds the first link. The heap
 * grew by 58 kB with each page. Node reads the ties of the one that runs only after it has run, and of none before it.
 */
export function untieImmediates() {
  const { setImmediate: own } = timers;
  /** @type {{ _idleNext: unknown, _idlePrev: unknown } | undefined} */
  let last;
  /** @param {(...args: unknown[]) => void} callback @param {unknown[]} args */
  const untying = (callback, ...args) => {
    if (typeof callback !== 'function') return own(callback);
    return own(
      /** @this {any} */
      function run() {
        if (last) last._idleNext = last._idlePrev = null;
        last = this;
        Reflect.apply(callback, this, args);
      },
    );
  };
  Object.assign(untying, { [promisify.custom]: Reflect.get(own, promisify.custom) });
  Object.assign(globalThis, { setImmediate: untying });
  Object.assign(timers, { setImmediate: untying });
}
