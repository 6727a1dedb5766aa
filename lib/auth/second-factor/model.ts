// A second factor: codes of an app (TOTP, RFC 6238) and recovery codes; who needs one, what is kept of it.
import { createHash, randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Role } from '@/db/words';

/** Seconds a code holds, and how far an app's clock may be off. */
export const codePeriod = 30;
export const codeTolerance = 30;

/** For which purpose secrets are sealed; the person's id goes with it, so that no row serves another person. */
export const secretPurpose = (personId: string) => `second-factor:${personId}`;

/** Roles that may be asked for one: the others come and go too easily for a lost phone. */
export const guardedRoles = ['coordinator', 'admin'] as const satisfies readonly Role[];

export const requiredRolesKey = 'auth.second-factor';
export const requiredRoles = z.array(z.enum(guardedRoles)).catch([]);

export const recoveryCodes = 10;
/** Letters and digits that are not taken for one another. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/** "k3m9p-x7q2w", about fifty bits. */
export function makeRecoveryCode(): string {
  const word = [...randomBytes(10)].map((byte) => letters[byte % letters.length]).join('');
  return `${word.slice(0, 5)}-${word.slice(5)}`;
}

/** What the database keeps of a recovery code, however it was typed. @returns lower-case hex */
export function hashRecoveryCode(personId: string, typed: string): string {
  const plain = typed.toLowerCase().replace(/[^a-z0-9]/g, '');
  return createHash('sha256').update(`recovery:${personId}:${plain}`).digest('hex');
}

export const codeInput = z.object({
  code: z
    .string({ error: 'code-missing' })
    .trim()
    .min(6, { error: 'code-missing' })
    .max(40, { error: 'code-wrong' }),
});

/** Whether it can be a code of an app; people type it in groups. */
export function asAppCode(typed: string): string | null {
  const digits = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(digits) ? digits : null;
}

/** Whose session it is, also where they may not act in it yet. */
export type Holder = { readonly personId: string; readonly sessionId: string };

export type SecondFactorState = {
  isOn: boolean;
  /** How many recovery codes are left. */
  codesLeft: number;
  /** Whether a seat of theirs demands it. */
  isRequired: boolean;
};

/** What was done, for the mail that tells of it. */
export const factorEvents = ['on', 'off', 'reset', 'recovered', 'renewed'] as const;
export type FactorEvent = (typeof factorEvents)[number];
