// The domain all our addresses and Message-IDs stand under: that of the address mail comes from.
import { env } from '@/lib/env';

/** In lower case, without `@`. */
export function mailDomain(): string {
  return (env().mailFrom.split('@').at(-1) ?? '').toLowerCase();
}
