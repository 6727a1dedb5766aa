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

/** Names under which certified mail is given in Italy, besides any that says so itself (`pec.comune.x.it`, `arubapec.it`). */
const certifiedNames = /^(pec|.*pec|pecimprese|pecmail|legalmail|postacert|postecert|certymail|cert)$/;

/**
 * Whether an address looks like a certified mailbox (PEC), which often refuses ordinary mail (MAIL.md E95). A guess by
 * its domain: good for a warning, for no refusal.
 */
export function looksCertified(email: string): boolean {
  const domain = normalizeEmail(email).split('@').at(-1) ?? '';
  return domain
    .split('.')
    .slice(0, -1)
    .some((name) => certifiedNames.test(name));
}
