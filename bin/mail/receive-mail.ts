// `raccordo mail receive`: takes a mail in from a file, as if it had come by SMTP, and says what became of it.
import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { eq } from 'drizzle-orm';
import { refusalExit } from '@/bin/refusal-exit';
import { withDatabase } from '@/bin/with-database';
import { mail } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { decideMail } from '@/lib/mailing/deciding/decide-mail';
import { storeReceived } from '@/lib/mailing/receiving/store-received';

const notUnderstood = 2;

/** Facts that follow are left to the worker. @returns the exit code: 0 taken, 2 not understood, 3 no such file */
export async function receiveMail(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) return notUnderstood;
  try {
    if (!existsSync(given.file)) throw new Refusal('invalid', 'mail-file-missing');
    process.stdout.write(`${JSON.stringify(await withDatabase((db) => takeIn({ db, ...now() }, given)))}\n`);
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
}

function now(): Omit<Context, 'db'> {
  return { actor: { kind: 'system', name: 'command-line' }, now: new Date() };
}

type Given = { file: string; to: string[]; from: string | null };

function read(args: string[]): Given | null {
  try {
    const options = { to: { type: 'string', multiple: true }, from: { type: 'string' } } as const;
    const { positionals, values } = parseArgs({ args, options, allowPositionals: true });
    const [file = '', ...rest] = positionals;
    const to = (values.to ?? []).map((address) => address.toLowerCase());
    return file !== '' && rest.length === 0 ? { file, to, from: values.from?.toLowerCase() ?? null } : null;
  } catch {
    return null;
  }
}

async function takeIn(ctx: Context, { file, to, from }: Given) {
  const envelope = { from, to, authentication: null };
  const received = { raw: readFileSync(file), door: 'command' as const, envelope, providerId: null };
  const mailId = await storeReceived(ctx, received);
  if (!mailId) throw new Error('A mail that came through no provider is always stored.');
  await decideMail(ctx, { mailId });
  return { mail: mailId, ...(await outcomeOf(ctx, mailId)) };
}

/** As the row has it: a worker that runs may have been faster. */
async function outcomeOf({ db }: Context, mailId: string) {
  const [row] = await db
    .select({ outcome: mail.outcome, reason: mail.reason, post: mail.postId })
    .from(mail)
    .where(eq(mail.id, mailId));
  return row;
}
