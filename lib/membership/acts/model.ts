// The act by which an organisation joins, renews or leaves (DOMAIN.md §3): what is typed of it, what is proposed, what holds.
import { z } from 'zod';
import { type Organ, organs, type SignatureFormat } from '@/db/words';
import { dayInput, daysAfter } from '../model';

/** Bytes. An act with its annexes; scans larger than that are of no use to anybody. */
export const largestActFile = 25 * 1024 * 1024;
export const mostActFiles = 12;

const day = (missing: string) =>
  z
    .string()
    .trim()
    .min(1, { error: missing })
    .refine((value) => z.iso.date().safeParse(value).success, { error: 'day-invalid' });

/**
 * What is typed of an act. `enforceableOn` is never computed: the form proposes it and a person confirms it by sending it
 * on (`isEnforceabilityConfirmed`).
 */
export const actInput = z.object({
  organ: z.enum(organs, { error: 'organ-missing' }),
  /** As printed on the act: "118", "118/bis". */
  number: z
    .string()
    .trim()
    .regex(/^\d{1,6}([/ .-]?[a-zA-Z0-9]{1,6})?$/, { error: 'act-number-invalid' }),
  sessionOn: day('session-day-missing'),
  subject: z
    .string()
    .trim()
    .min(8, { error: 'act-subject-missing' })
    .max(600, { error: 'act-subject-too-long' }),
  immediate: z.string().optional(),
  publishedFrom: dayInput,
  publishedTo: dayInput,
  enforceableOn: dayInput,
  isEnforceabilityConfirmed: z.string().optional(),
  protocolNumber: z.string().trim().max(40, { error: 'protocol-too-long' }),
  protocolOn: dayInput,
  registerUrl: z
    .string()
    .trim()
    .max(500, { error: 'url-invalid' })
    .refine((url) => url === '' || /^https?:\/\/[^\s]+\.[^\s]+$/.test(url), { error: 'url-invalid' }),
});
export type ActValues = z.output<typeof actInput>;

/** The names of the fields, in their order on the form. */
export const actFields = Object.keys(actInput.shape) as (keyof typeof actInput.shape)[];

type Dated = Pick<ActValues, 'sessionOn' | 'publishedFrom' | 'publishedTo' | 'enforceableOn' | 'protocolOn'>;

/**
 * The first thing about its days that cannot be.
 * @param today ISO @returns a reason and the field it stands beside; null where all can be
 */
export function whyNotDays(act: Dated, today: string): { reason: string; field: keyof Dated } | null {
  const { sessionOn, publishedFrom, publishedTo, enforceableOn, protocolOn } = act;
  const found: [boolean, string, keyof Dated][] = [
    [sessionOn > today, 'session-in-future', 'sessionOn'],
    [sessionOn < '1990-06-12', 'session-too-old', 'sessionOn'],
    [publishedFrom !== null && publishedFrom < sessionOn, 'published-before-session', 'publishedFrom'],
    [publishedTo !== null && publishedFrom === null, 'publication-day-missing', 'publishedFrom'],
    [
      publishedTo !== null && publishedFrom !== null && publishedTo < publishedFrom,
      'publication-ends-first',
      'publishedTo',
    ],
    [enforceableOn !== null && enforceableOn < sessionOn, 'enforceable-before-session', 'enforceableOn'],
    [protocolOn !== null && protocolOn > today, 'protocol-in-future', 'protocolOn'],
  ];
  const wrong = found.find(([is]) => is);
  return wrong ? { reason: wrong[1], field: wrong[2] } : null;
}

/**
 * The day proposed as the first on which the act may be carried out: that of the session where it was declared so (art. 134
 * c. 4 TUEL), else the day after the tenth of publication (art. 134 c. 3); null without a day to begin from.
 */
export function proposeEnforceable(act: {
  sessionOn: string;
  publishedFrom: string | null;
  immediate: boolean;
}) {
  if (act.immediate) return act.sessionOn || null;
  return act.publishedFrom ? daysAfter(act.publishedFrom, 10) : null;
}

/** The last day of publication that the law asks for at least (art. 124 TUEL: fifteen days in a row). */
export function proposePublishedTo(publishedFrom: string): string {
  return daysAfter(publishedFrom, 15);
}

/** A file of an act, as it lies there. */
export type ActFile = {
  id: string;
  number: number;
  name: string;
  sha256: string;
  size: number;
  pages: number | null;
  mediaType: string;
  signature: SignatureFormat;
  declaredSigner: string | null;
  addedAt: Date;
  /** Whether it was added since the act was last sent. */
  isNew: boolean;
};

export type ActView = {
  id: string;
  organizationId: string;
  organ: Organ;
  number: string;
  year: number;
  sessionOn: string;
  subject: string;
  immediate: boolean;
  publishedFrom: string | null;
  publishedTo: string | null;
  enforceableOn: string | null;
  protocolNumber: string | null;
  protocolOn: string | null;
  registerUrl: string | null;
  files: ActFile[];
};

export const signerInput = z.string().trim().max(160, { error: 'line-too-long' });
