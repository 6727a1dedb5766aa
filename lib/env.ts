// All settings, parsed once. `docs/settings.md` says the same in words. What runs before TypeScript does (bin/*.mjs,
// next.config.js) reads the few values that the start script has checked and handed on.
import { isIP } from 'node:net';
import path from 'node:path';
import ipaddr from 'ipaddr.js';
import { z } from 'zod';

/** Thrown when a setting is wrong or missing: its message is the one sentence the start prints. */
export class SettingsError extends Error {}

const secretLength = 32;
/** What an embedded start may fall back to and a real one may not. */
export const defaultSecret = 'raccordo-embedded-secret-not-for-production';

const url = (...protocols: string[]) =>
  z.string().refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
    error: `must be an address beginning with ${protocols.map((protocol) => `${protocol}//`).join(' or ')}`,
  });

const trustedProxy = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  )
  .refine((ranges) => ranges.every(isRange), {
    error: 'must list IP addresses or CIDR ranges separated by commas',
  });

function isRange(value: string): boolean {
  return isIP(value) !== 0 || ipaddr.isValidCIDR(value);
}

/** `host:port`; an IPv6 host stands in brackets. */
const listenAddress = z
  .string()
  .regex(/^(?:\[[0-9a-f:]+\]|[\w.-]+):\d{1,5}$/i, { error: 'must be written as host:port' })
  .transform((value) => {
    const colon = value.lastIndexOf(':');
    return { host: value.slice(0, colon).replace(/[[\]]/g, ''), port: Number(value.slice(colon + 1)) };
  })
  .refine(({ port }) => port <= 65_535, { error: 'must name a port up to 65535' });

const shape = z.object({
  DATABASE_URL: url('postgres:', 'postgresql:').optional(),
  RACCORDO_EMBEDDED_URL: url('postgres:').optional(),
  DATA_DIR: z.string().default('.data'),
  PUBLIC_URL: url('http:', 'https:').optional(),
  HOST: z.string().optional(),
  PORT: z.coerce.number({ error: 'must be a port number' }).int().min(1).max(65535).default(3000),
  AUTH_SECRET: z
    .string()
    .min(secretLength, { error: `must be at least ${secretLength} characters long` })
    .optional(),
  SMTP_URL: url('smtp:', 'smtps:').optional(),
  MAIL_FROM: z.email({ error: 'must be an e-mail address' }).default('raccordo@liste.raccordo.example'),
  RESEND_API_KEY: z.string().optional(),
  RESEND_WEBHOOK_SECRET: z.string().optional(),
  RESEND_BASE_URL: url('http:', 'https:').optional(),
  SMTP_LISTEN: listenAddress.optional(),
  SMTP_TLS_KEY_FILE: z.string().optional(),
  SMTP_TLS_CERT_FILE: z.string().optional(),
  AUTHSERV_ID: z.string().optional(),
  DKIM_SELECTOR: z.string().optional(),
  DKIM_KEY_FILE: z.string().optional(),
  FILES_DIR: z.string().optional(),
  MEILI_URL: url('http:', 'https:').optional(),
  MEILI_KEY: z.string().default(''),
  MEILI_INDEX: z
    .string()
    .regex(/^[\w-]{1,100}$/, { error: 'must consist of letters, digits, - and _' })
    .default('raccordo'),
  TRUSTED_PROXY: trustedProxy,
});

export type Settings = {
  /** `embedded`: the project's own PostgreSQL with the demonstration world. */
  embedded: boolean;
  databaseUrl: string | undefined;
  dataDir: string;
  publicUrl: string;
  host: string;
  port: number;
  authSecret: string;
  smtpUrl: string | undefined;
  mailFrom: string;
  /** Mail goes out and comes in through Resend where a key is given, and through SMTP where none is. */
  resend: { apiKey: string; webhookSecret: string | undefined; baseUrl: string | undefined } | undefined;
  /** Where the SMTP receiver listens; undefined: mail comes in through the provider alone. */
  smtpListen: { host: string; port: number } | undefined;
  /** Files of the receiver's own certificate; without them it makes one for itself. */
  smtpTls: { keyFile: string; certFile: string } | undefined;
  /** RFC 8601 name under which our own receiver writes; of no other is a result believed (MAIL.md E12). */
  authservId: string;
  dkim: { selector: string; keyFile: string } | undefined;
  filesDir: string;
  /** Undefined: PostgreSQL searches alone. `index` tells houses apart that share a server. */
  search: { url: string; key: string; index: string } | undefined;
  trustedProxy: string[];
};

/** @throws SettingsError naming the first setting at fault */
export function parseSettings(source: Record<string, string | undefined>): Settings {
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''));
  const parsed = shape.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`The setting ${issue?.path.join('.')} ${issue?.message}.`);
  }
  const given = parsed.data;
  const embedded = given.DATABASE_URL === undefined;
  if (!embedded) demandForProduction(given);
  return {
    embedded,
    databaseUrl: given.DATABASE_URL ?? given.RACCORDO_EMBEDDED_URL,
    dataDir: path.resolve(/*turbopackIgnore: true*/ given.DATA_DIR),
    publicUrl: new URL(given.PUBLIC_URL ?? `http://localhost:${given.PORT}`).origin,
    host: embedded ? '127.0.0.1' : (given.HOST ?? '0.0.0.0'),
    port: given.PORT,
    authSecret: given.AUTH_SECRET ?? defaultSecret,
    smtpUrl: given.SMTP_URL,
    mailFrom: given.MAIL_FROM,
    ...mailSettings(given, embedded),
    filesDir: path.resolve(/*turbopackIgnore: true*/ given.FILES_DIR ?? path.join(given.DATA_DIR, 'files')),
    search: given.MEILI_URL
      ? { url: given.MEILI_URL, key: given.MEILI_KEY, index: given.MEILI_INDEX }
      : undefined,
    trustedProxy: given.TRUSTED_PROXY,
  };
}

/** Where the embedded start takes mail in, so that any mail program can be pointed at it. */
const embeddedListen = { host: '127.0.0.1', port: 2525 };

function mailSettings(given: z.infer<typeof shape>, embedded: boolean) {
  const { RESEND_API_KEY: apiKey, SMTP_TLS_KEY_FILE: keyFile, SMTP_TLS_CERT_FILE: certFile } = given;
  return {
    resend: apiKey
      ? { apiKey, webhookSecret: given.RESEND_WEBHOOK_SECRET, baseUrl: given.RESEND_BASE_URL }
      : undefined,
    smtpListen: given.SMTP_LISTEN ?? (embedded ? embeddedListen : undefined),
    smtpTls: keyFile && certFile ? { keyFile, certFile } : undefined,
    authservId: given.AUTHSERV_ID ?? given.MAIL_FROM.split('@').at(-1) ?? '',
    dkim:
      given.DKIM_SELECTOR && given.DKIM_KEY_FILE
        ? { selector: given.DKIM_SELECTOR, keyFile: given.DKIM_KEY_FILE }
        : undefined,
  };
}

function demandForProduction(given: z.infer<typeof shape>): void {
  for (const name of ['PUBLIC_URL', 'AUTH_SECRET', 'FILES_DIR'] as const) {
    if (given[name] === undefined) {
      throw new SettingsError(`The setting ${name} is missing: with DATABASE_URL it must be given.`);
    }
  }
  if (given.SMTP_URL === undefined && given.RESEND_API_KEY === undefined) {
    throw new SettingsError(
      'The setting SMTP_URL is missing: with DATABASE_URL it or RESEND_API_KEY must be given.',
    );
  }
  if (given.AUTH_SECRET === defaultSecret) {
    throw new SettingsError('The setting AUTH_SECRET is the default one: choose a secret of your own.');
  }
}

let settings: Settings | undefined;

/** The settings of this process; parsed on first use, because a production build evaluates modules without any. */
export function env(): Settings {
  settings ??= parseSettings(process.env);
  return settings;
}
