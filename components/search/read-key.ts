// What a key says to the list of suggestions under the search box.

type ListNow = {
  isOpen: boolean;
  /** Which suggestion is chosen; -1: none. */
  at: number;
  count: number;
};

const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/**
 * A closed list takes only the key that opens it: the others move in what is typed.
 * @returns which suggestion to choose (-1: none), what else to do, or null where the key is the box's own
 */
export function readKey(
  key: string,
  { isOpen, at, count }: ListNow,
): number | 'ask' | 'close' | 'open' | null {
  if (!isOpen) return key === 'ArrowDown' ? 'ask' : null;
  const step = steps[key];
  const places = count + 1;
  // Between the last and the first stands the box itself.
  if (step) return ((at + 1 + step + places) % places) - 1;
  if (key === 'Escape') return 'close';
  return key === 'Enter' && at >= 0 ? 'open' : null;
}
