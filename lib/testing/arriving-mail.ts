// Mails that arrive in tests: written in lines, stored like any other, and looked at when the worker runs.
import { eq } from 'drizzle-orm';
import { mail } from '@/db/schema';
import { newId } from '@/lib/core/ids';
import type { Authentication } from '@/lib/mailing/judging/model';
import { storeReceived } from '@/lib/mailing/receiving/store-received';
import type { TestDatabase } from './database';
import { runJobs } from './run-jobs';

export type Arriving = {
  from: string;
  to?: string;
  subject?: string;
  /** Further header lines. */
  headers?: readonly string[];
  text?: string;
  messageId?: string;
  /** MAIL FROM and RCPT TO, where they differ from what the mail says. */
  envelope?: { from?: string; to?: string[] };
  authentication?: Authentication;
  /** The whole mail; then only the envelope is read of the rest. */
  raw?: Uint8Array | string;
  at?: Date;
};

export const operatori = 'operatori@liste.raccordo.example';

/** @returns the mail as its program sends it */
export function writeMail(given: Arriving): string {
  const { from, to = operatori, subject = 'Prova', headers = [], text = 'Un testo.', messageId } = given;
  const lines = [
    ...[`From: ${from}`, `To: ${to}`, `Subject: ${subject}`],
    `Message-ID: <${messageId ?? `${newId()}@programma.example`}>`,
    ...headers,
    'Content-Type: text/plain; charset=utf-8',
  ];
  return `${lines.join('\r\n')}\r\n\r\n${text}\r\n`;
}

/** Stores a mail as the SMTP door does. @returns its id */
export async function store({ db }: Pick<TestDatabase, 'db'>, given: Arriving): Promise<string> {
  const ctx = { db, actor: { kind: 'system', name: 'worker' } as const, now: given.at ?? new Date() };
  const from = given.envelope?.from ?? addressIn(given.from);
  const to = given.envelope?.to ?? [addressIn(given.to ?? operatori)];
  const authentication = given.authentication ?? { spf: 'none', dkim: 'none', dmarc: 'none' };
  const envelope = { from, to, authentication };
  const raw = Buffer.from(given.raw ?? writeMail(given));
  return (await storeReceived(ctx, { raw, door: 'smtp', envelope, providerId: null })) ?? '';
}

function addressIn(mailbox: string): string {
  return (/<([^<>]+)>/.exec(mailbox)?.[1] ?? mailbox).toLowerCase();
}

/** Stores a mail and lets the worker do what is due. @returns the row as it stands then */
export async function arrive(database: TestDatabase, given: Arriving) {
  const id = await store(database, given);
  await runJobs(database);
  return findRow(database, id);
}

export async function findRow({ db }: Pick<TestDatabase, 'db'>, id: string) {
  const [row] = await db.select().from(mail).where(eq(mail.id, id));
  if (!row) throw new Error('There is no such mail.');
  return { ...row, detail: row.detail as Record<string, unknown> };
}
