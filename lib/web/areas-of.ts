// The areas ticked in a form, the home area first.
import type { FormValues } from '@/lib/core/form-state';
import { listOf } from './list-of';

/** Boxes come in the order of the page; the area one began in (`home`) stays the home as long as it is ticked. */
export function areasOf({ areas, home = '' }: FormValues): string[] {
  const ticked = listOf(areas, '\n');
  return ticked.includes(home) ? [home, ...ticked.filter((slug) => slug !== home)] : ticked;
}
