// Remembers what is the same for every reader until something public or shared has changed.

/** What the server in front hears from the database; it shares this process with the pages. */
export type Changes = { isTold: () => boolean; number: () => number };

/** Put there by bin/web.mjs, which Next does not bundle. */
const house = globalThis as { raccordoChanges?: Changes };
const mostValues = 2_000;
let known = new Map<string, unknown>();
let since = -1;

/**
 * Nothing is remembered while changes are not heard. Nothing that depends on who asks may go in.
 * @param key of the room and the thing, unlike any other
 * @param make reads it
 */
export async function keepUntilChange<T>(key: string, make: () => Promise<T>): Promise<T> {
  const changes = house.raccordoChanges;
  if (!changes?.isTold()) return make();
  const before = changes.number();
  if (before !== since || known.size >= mostValues) known = new Map();
  since = before;
  if (known.has(key)) return known.get(key) as T;
  const made = await make();
  if (changes.isTold() && changes.number() === before && since === before) known.set(key, made);
  return made;
}
