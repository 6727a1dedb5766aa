// One spelling per address, so that the same mailbox is found however it was typed.
import { z } from 'zod';

const longest = 254;

/** Addresses compare in lower case everywhere in this house. */
export function normalizeEmail(email: string): string {
  return email.normalize('NFKC').trim().toLowerCase();
}

/** An address as a form or a command gives it; the reason of a refusal is `address-invalid`. */
export const emailInput = z
  .string({ error: 'address-invalid' })
  .transform(normalizeEmail)
  .pipe(z.email({ error: 'address-invalid' }).max(longest, { error: 'address-invalid' }));
