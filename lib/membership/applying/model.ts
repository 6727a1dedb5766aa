// Coming in, as the applicant sees it: what is asked at each step, how long links hold, which step comes next.
import { createHash, createHmac } from 'node:crypto';
import { z } from 'zod';
import { locales, type MembershipState, organizationKinds } from '@/db/words';
import { emailInput } from '@/lib/core/email';

const [hour, day] = [3_600_000, 86_400_000];

/** Milliseconds until a link that confirms an address expires. */
export const confirmationLifetime = 48 * hour;
/** Milliseconds an application's link holds after it was last used or answered to; a new one comes by mail. */
export const resumeLifetime = 180 * day;

/** Addresses anybody can have: no commune answers from them. */
const freeMail =
  /@(gmail|googlemail|hotmail|outlook|live|msn|yahoo|libero|virgilio|tiscali|alice|tin|icloud|proton|protonmail|gmx|email)\.(com|it|me|net|ch)$/;

const institutionalEmail = emailInput.refine((email) => !freeMail.test(email), {
  error: 'address-not-institutional',
});

/** A field no person sees: whoever fills it is a program. Together with it, where a request comes from. */
const strangerInput = z.object({ website: z.string().default(''), clientAddress: z.string() });

export const beginInput = strangerInput.extend({
  communeId: z.uuid({ error: 'commune-missing' }),
  email: institutionalEmail,
});

const line = (missing: string) =>
  z.string({ error: missing }).trim().min(2, { error: missing }).max(160, { error: 'line-too-long' });

export const interestInput = strangerInput.extend({
  kind: z.enum(organizationKinds, { error: 'kind-unknown' }),
  name: line('organization-name-missing'),
  email: institutionalEmail,
  contactName: line('name-missing'),
  message: z.string().trim().max(4000, { error: 'text-too-long' }),
});

const phone = z
  .string()
  .trim()
  .regex(/^(\+?[\d ()./-]{5,30}( (int\.|ext\.) ?\d{1,6})?)?$/, { error: 'phone-invalid' });

export const contactInput = z.object({
  contactName: line('name-missing'),
  contactOffice: z.string().trim().max(160, { error: 'line-too-long' }),
  contactPhone: phone,
  referentName: line('referent-name-missing'),
  referentEmail: institutionalEmail,
  referentPhone: phone,
  organ: z.enum(['giunta', 'consiglio', 'commissario'], { error: 'organ-missing' }),
});

/** What a confirming link carries; nothing of it is stored before it is opened. `until` is in milliseconds since 1970. */
const sealed = z.object({ email: z.string(), locale: z.enum(locales), until: z.number() });
export const sealedLink = z.discriminatedUnion('for', [
  sealed.extend({ for: z.literal('application'), communeId: z.string(), communeName: z.string() }),
  sealed.extend({
    for: z.literal('interest'),
    kind: z.enum(organizationKinds),
    name: z.string(),
    contactName: z.string(),
    message: z.string(),
  }),
]);
export type SealedLink = z.output<typeof sealedLink>;

/** For which purpose these links are sealed, so that nothing else of the house can be passed off as one. */
export const linkPurpose = 'adhesion-link';

/** What the worker is told: the sealed link alone. */
export const confirmationTask = 'membership.send-confirmation';
export const confirmationJob = z.object({ link: z.string() });

/**
 * The word in an application's link: made again from its id and the site's secret, so that each mail can carry the same link
 * while the table holds only a hash. @returns 43 letters, digits, `-` and `_`
 */
export function makeWord(applicationId: string, secret: string): string {
  return createHmac('sha256', `application:${secret}`).update(applicationId).digest('base64url');
}

/** What the database keeps of the word in an application's link. @returns lower-case hex */
export function hashWord(word: string): string {
  return createHash('sha256').update(`application:${word}`).digest('hex');
}

/** The page of an application. */
export function applicationAddress(word: string, step?: ApplicationStep): string {
  return `/adesione/domanda/${word}${step ? `?passo=${step}` : ''}`;
}

export const applicationSteps = ['contatto', 'bozze', 'atto', 'invio'] as const;
export type ApplicationStep = (typeof applicationSteps)[number];

export type ContactValues = {
  contactName: string;
  contactOffice: string;
  contactPhone: string;
  referentName: string;
  referentEmail: string;
  referentPhone: string;
  organ: string;
};

/** An application as its holder and the secretariat see it. */
export type ApplicationView = {
  id: string;
  organizationId: string;
  organization: { name: string; slug: string; province: string | null };
  purpose: 'join' | 'withdraw';
  email: string;
  state: MembershipState | null;
  contact: ContactValues;
  /** As it was typed. */
  act: Record<string, string>;
  resolutionId: string | null;
  openedAt: Date;
  sentAt: Date | null;
  closedAt: Date | null;
  /** What the secretariat asks for, and by when, while it waits for it. */
  asked: { reason: string; termOn: string } | null;
};

/** Where one goes on: the first step that is not done. */
export function nextStep(view: Pick<ApplicationView, 'contact' | 'resolutionId' | 'state'>): ApplicationStep {
  if (!view.contact.referentEmail) return 'contatto';
  if (view.state === 'asked') return 'atto';
  return view.resolutionId ? 'invio' : 'bozze';
}

/** Whether the applicant still writes: before the act is sent, and when more is asked for. */
export function isOpenToApplicant(state: MembershipState | null): boolean {
  return state === 'requested' || state === 'asked';
}
