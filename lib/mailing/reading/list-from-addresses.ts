// Everybody whom the From of a mail names: the checks of a domain are made for one, and mean nothing where there are more.
import { addressParser } from 'postal-mime';
import type { Headers } from '../model';

/** Of all From headers together, in lower case; what is no address is not counted. */
export function listFromAddresses(headers: Headers): string[] {
  return (headers.get('from') ?? [])
    .flatMap((value) => addressParser(value, { flatten: true }))
    .flatMap(({ address }) => (address?.includes('@') ? [address.trim().toLowerCase()] : []));
}
