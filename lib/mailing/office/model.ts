// What the secretariat sees of the post: how mails are looked for, why each ended as it did, what waits for a person.
import { z } from 'zod';
import {
  type BounceKind,
  type MailDecisionKind,
  type MailDoor,
  type MailOutcome,
  mailOutcomes,
} from '@/db/words';
import type { DeadJob } from '@/lib/platform/jobs/dead';
import { automaticReasons, heldReasons, refusedReasons } from '../judging/model';

export type { DeadJob };

export const mailsPerPage = 50;

/** Reasons of reports of undelivered mail, and of mails an archive brought. */
const otherReasons = [
  'delivery-report',
  'mailer-daemon',
  'pec-delivery-error',
  'complaint',
  'not-understood',
  'no-headers',
  'not-stored',
] as const;

/** Every named reason a stored mail may have, each once. */
export const mailReasons = [
  ...new Set([...automaticReasons, ...heldReasons, ...refusedReasons, ...otherReasons]),
] as const;
export type MailReason = (typeof mailReasons)[number];

/** `other` for a reason nobody has named yet. */
export function mailReason(reason: string | null): MailReason | 'other' {
  return mailReasons.find((one) => one === reason) ?? 'other';
}

const words = z.string().trim().max(200).catch('');
/** A day that exists, or nothing. */
const day = z
  .string()
  .refine((iso) => /^\d{4}-\d{2}-\d{2}$/.test(iso) && isDay(iso))
  .optional()
  .catch(undefined);

function isDay(iso: string): boolean {
  const at = new Date(`${iso}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(iso);
}

/** The query of the list of mails, as the address bar gives it: anything odd becomes the default. */
export const mailQuery = z.object({
  da: words,
  oggetto: words,
  esito: z.enum(mailOutcomes).optional().catch(undefined),
  motivo: z.enum(mailReasons).optional().catch(undefined),
  dal: day,
  al: day,
  pagina: z.coerce.number().int().min(1).max(100_000).catch(1),
});
export type MailQuery = z.output<typeof mailQuery>;

/** Outcomes in the order a list offers them. */
export const outcomes: readonly MailOutcome[] = mailOutcomes;

/** The address of the list as it is looked at; what is usual is left out. */
export function mailListAddress({ pagina, ...query }: Partial<MailQuery>): string {
  const pairs = Object.entries(query).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const search = new URLSearchParams(pairs);
  if (pagina && pagina > 1) search.set('pagina', String(pagina));
  return search.size > 0 ? `/segreteria/posta?${search}` : '/segreteria/posta';
}

/** How many wait for a person: held mails, dead jobs, stopped addresses, reports nobody understood. */
export type OfficeWork = { held: number; dead: number; stopped: number; unclear: number };

/** A mail of the list. */
export type OfficeMailRow = {
  id: string;
  sender: string | null;
  subject: string;
  receivedAt: Date;
  outcome: MailOutcome;
  reason: string | null;
};

/** All that is known of one mail, and its bytes. */
export type OfficeMail = OfficeMailRow & {
  messageId: string | null;
  sentAt: Date | null;
  decidedAt: Date | null;
  door: MailDoor;
  envelopeFrom: string | null;
  envelopeTo: string[];
  /** RFC 8601 results of our own receiver; null where it checked nothing. */
  authentication: { spf?: string; dkim?: string; dmarc?: string; remote?: string } | null;
  /** How its place was found, what was left out of it and why, as words of closed lists. */
  detail: Record<string, unknown>;
  area: { slug: string; name: string } | null;
  size: number;
  raw: Uint8Array;
  post: { areaSlug: string; number: number; slug: string; post: number } | null;
};

/** What a person did about a mail, or the house by itself. */
export type MailStep =
  | { kind: MailDecisionKind; by: string | null; reason: string | null; at: Date }
  | { kind: 'answered'; by: null; reason: string; at: Date };

/** Which buttons stand at a mail. `told`: its writer hears of a refusal. */
export type OpenDecisions = { decide: boolean; replay: boolean; told: boolean };

/** An address to which nothing is sent at the moment. */
export type StoppedAddress = {
  email: string;
  kind: BounceKind;
  stoppedAt: Date;
  person: string | null;
  organizations: string[];
  /** What the other side said. */
  diagnostic: string | null;
};
