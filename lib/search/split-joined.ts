// Two words written as one, as `nullaosta`: where both are known they may be meant side by side.
import { stemOf } from '@/lib/text/words/stems-of';

const shortestPart = 3;

/** @returns stems of both parts, for each place where the word can be cut */
export function splitJoined(stem: string): [string, string][] {
  const cuts = Math.max(0, stem.length - 2 * shortestPart + 1);
  return Array.from({ length: cuts }, (_, index) => {
    const at = index + shortestPart;
    return [stemOf(stem.slice(0, at)), stem.slice(at)];
  });
}
