// The address a person signs in with, and how it becomes another.
import { z } from 'zod';
import { emailInput } from '@/lib/core/email';

const hour = 3_600_000;

/** Milliseconds for which the link to a new address works: it may be another office's, opened on another day. */
export const addressLinkLifetime = 24 * hour;

/** What a link to a new address says; `until` in milliseconds since 1970. */
export type AddressChange = { personId: string; email: string; until: number };

export const addressInput = z.object({ email: emailInput });

export const addressLinkInput = z.object({
  email: emailInput,
  until: z.coerce.number({ error: 'link-expired' }),
  seal: z.string({ error: 'link-expired' }),
});

/** `keep`: the former address goes on signing in. */
export const addressChangeInput = addressLinkInput.extend({ keep: z.boolean() });

/** Where the link leads: a page with a button, because whoever only opens it must change nothing. */
export function addressLinkPath({ email, until }: AddressChange, seal: string): string {
  return `/profilo/indirizzo?${new URLSearchParams({ indirizzo: email, fino: String(until), sigillo: seal })}`;
}
