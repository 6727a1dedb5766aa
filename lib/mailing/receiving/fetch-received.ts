// Gets a mail from the provider as it came, every byte: what the webhook says of it is not enough (MAIL.md E04).
import { eq } from 'drizzle-orm';
import type { GetReceivingEmailResponseSuccess } from 'resend';
import { mail } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { resendClient } from './resend-client';
import { storeReceived } from './store-received';

const withinMs = 60_000;
/** The provider takes mails in that our own door would not; beyond this nothing is a mail. */
const largest = 60 * 1024 * 1024;

/** Stored once under the provider's id. @throws Error so that the job is tried again */
export async function fetchReceived(ctx: Context, emailId: string): Promise<void> {
  if ((await ctx.db.$count(mail, eq(mail.providerId, emailId))) > 0) return;
  const { email, raw } = await download(emailId);
  const named = email.received_for.length > 0 ? email.received_for : [...email.to, ...(email.cc ?? [])];
  const to = named.map((address) => address.toLowerCase());
  const envelope = { from: null, to, authentication: null };
  await storeReceived(ctx, { raw, door: 'webhook', envelope, providerId: emailId });
}

type Downloaded = { email: GetReceivingEmailResponseSuccess; raw: Uint8Array };

/** The address of the bytes lives an hour: where it has ended meanwhile, a new one is asked for, once. */
async function download(emailId: string, isLast = false): Promise<Downloaded> {
  const email = await describe(emailId);
  const place = email.raw?.download_url;
  if (!place) throw new Error(`Resend names no place for the mail ${emailId}.`);
  const answer = await fetch(place, { signal: AbortSignal.timeout(withinMs) });
  if (!answer.ok && answer.status < 500 && !isLast) return download(emailId, true);
  if (!answer.ok) throw new Error(`Resend does not hand out the mail ${emailId}: ${answer.status}.`);
  return { email, raw: await bytesOf(answer) };
}

async function describe(emailId: string): Promise<GetReceivingEmailResponseSuccess> {
  const { data, error } = await resendClient().emails.receiving.get(
    emailId,
    {},
    { signal: AbortSignal.timeout(withinMs) },
  );
  if (error) throw new Error(`Resend: ${error.name}: ${error.message}`);
  return data;
}

async function bytesOf(answer: Response): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > largest) throw new Error('The mail is larger than a mail may be.');
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}
