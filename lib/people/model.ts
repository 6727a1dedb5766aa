// Persons, seats and organisations as the rest of the house sees them, and what may be typed about them.
import { z } from 'zod';
import {
  locales,
  type NetworkStatus,
  type OrganizationKind,
  organizationKinds,
  type Role,
  roles,
} from '@/db/words';
import { emailInput } from '@/lib/core/email';

const longestName = 120;
const longestSignature = 500;

const nameInput = z
  .string({ error: 'name-missing' })
  .trim()
  .min(2, { error: 'name-missing' })
  .max(longestName, { error: 'name-too-long' });

/** Digits with what people put between them; not checked against numbering plans: an extension is a number too. */
const phoneInput = z
  .string()
  .trim()
  .regex(/^(\+?[\d ()./-]{5,30}( (int\.|ext\.) ?\d{1,6})?)?$/, { error: 'phone-invalid' });

export const invitationInput = z.object({
  email: emailInput,
  /** The organisation's slug. */
  organization: z.string({ error: 'organization-missing' }).trim().min(1, { error: 'organization-missing' }),
  role: z.enum(roles, { error: 'role-unknown' }),
  name: nameInput.optional(),
});

/** Applicants and the suspended come to be so by steps. */
const namedStatuses = [
  'member',
  'interested',
  'external',
  'former',
] as const satisfies readonly NetworkStatus[];

export const organizationInput = z.object({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'slug-invalid' }),
  name: nameInput,
  kind: z.enum(organizationKinds, { error: 'kind-unknown' }),
  status: z.enum(namedStatuses, { error: 'status-unknown' }),
  /** Leads the network from today, where nobody does. */
  lead: z.boolean(),
});

export const profileInput = z.object({
  name: nameInput,
  phone: phoneInput,
  signature: z.string().trim().max(longestSignature, { error: 'signature-too-long' }),
  /** Empty: as the browser asks. */
  locale: z.enum([...locales, ''], { error: 'language-unknown' }),
});

/** Empty: no note. `until` is the last day of it; empty: until it is taken away. */
export const holidayInput = z.object({
  note: z.string().trim().max(200, { error: 'holiday-note-too-long' }),
  until: z
    .string()
    .refine((day) => day === '' || z.iso.date().safeParse(day).success, { error: 'day-invalid' })
    .default(''),
});

export const shortcutsInput = z.object({ shortcuts: z.boolean() });

export const seatInput = z.object({ seatId: z.uuid({ error: 'seat-not-found' }) });
export const sessionInput = z.object({ sessionId: z.uuid({ error: 'session-not-found' }) });

/** A name to begin with, from `nome.cognome@…`; the person corrects it in the profile. */
export function nameFromEmail(email: string): string {
  const words = (email.split('@')[0] ?? '').split(/[._-]+/).filter(Boolean);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ');
  return name.length < 2 ? email : name;
}

export type SessionView = {
  id: string;
  userAgent: string | null;
  shared: boolean;
  createdAt: Date;
  lastSeenAt: Date;
  expires: Date;
  current: boolean;
};

export type Profile = {
  name: string;
  phone: string;
  signature: string;
  locale: '' | 'it' | 'en';
  holidayNote: string;
  /** ISO day, empty for none. */
  holidayUntil: string;
  shortcuts: boolean;
  addresses: string[];
  sessions: SessionView[];
};

export type OrganizationRow = {
  slug: string;
  name: string;
  kind: OrganizationKind;
  status: NetworkStatus;
  province: string | null;
  /** ISO day. */
  joinedOn: string | null;
  isLead: boolean;
};

export type Colleague = {
  id: string;
  name: string;
  roles: Role[];
  email: string | null;
  phone: string | null;
};

export type OrganizationView = OrganizationRow & {
  id: string;
  website: string | null;
  /** Newest first; `endedOn` is the first day without the lead. ISO days. */
  mandates: { startedOn: string; endedOn: string | null }[];
  /** Null for whoever may not see persons. */
  people: Colleague[] | null;
  mailboxes: { email: string; kind: 'office' | 'pec' }[] | null;
};
