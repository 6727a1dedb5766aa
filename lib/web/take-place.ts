// A seat among those who hold a stream open: a few for each, so that nobody takes them all.
import { Refusal } from '@/lib/core/refusal';

/** As many pages as somebody looks at side by side. */
const most = 6;

/** Kept on the global object, as the pool is: hot reload would forget who sits already. */
const house = globalThis as { raccordoPlaces?: Map<string, number> };

/**
 * @param who a person or an address
 * @returns gives the place back, once
 * @throws Refusal `too-many` where all are taken
 */
export function takePlace(who: string): () => void {
  house.raccordoPlaces ??= new Map();
  const places = house.raccordoPlaces;
  const taken = places.get(who) ?? 0;
  if (taken >= most) throw new Refusal('too-many', 'too-many-streams');
  places.set(who, taken + 1);
  let isMine = true;
  return () => {
    if (!isMine) return;
    isMine = false;
    const left = (places.get(who) ?? 1) - 1;
    if (left > 0) places.set(who, left);
    else places.delete(who);
  };
}
