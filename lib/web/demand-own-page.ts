// Before a route that changes something: only our own pages may ask it, whatever cookies a browser sends along.
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';

/** @throws Refusal `not-allowed` for a request from another site, or from no page at all */
export function demandOwnPage({ headers }: Request): void {
  const site = headers.get('sec-fetch-site');
  const isOwn = site ? site === 'same-origin' : headers.get('origin') === env().publicUrl;
  if (!isOwn) throw new Refusal('not-allowed', 'other-site');
}
