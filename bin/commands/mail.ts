// `raccordo mail …`: what is done with mail at the command line, one file a verb.
import { importMail } from '@/bin/mail/import-mail';
import { receiveMail } from '@/bin/mail/receive-mail';
import { reparseMail } from '@/bin/mail/reparse-mail';
import { sendTest } from '@/bin/mail/send-test';
import { showDns } from '@/bin/mail/show-dns';
import { trim } from '@/bin/mail/trim';

export const name = 'mail';

/** Verb → how it is written and what does it; a verb takes the rest of the line and answers an exit code. */
const verbs = {
  import: {
    usage: 'import FILE.mbox [--area SLUG] [--hold-strangers] [--old-addresses CSV] [--dry-run] [--json]',
    run: importMail,
  },
  reparse: { usage: 'reparse [--json]', run: reparseMail },
  receive: { usage: 'receive FILE.eml [--to ADDRESS]… [--from ADDRESS]', run: receiveMail },
  'send-test': { usage: 'send-test ADDRESS', run: sendTest },
  dns: { usage: 'dns DOMAIN', run: showDns },
  trim: { usage: 'trim [--ndjson] < TEXT', run: trim },
} as const;

export const usage = Object.values(verbs)
  .map((verb) => `mail ${verb.usage}`)
  .join('\n');

const notUnderstood = 2;

/** @returns the exit code: 0 done, 2 not understood, else that of the refusal */
export async function run([verb = '', ...args]: string[]): Promise<number> {
  const code = Object.hasOwn(verbs, verb) ? await verbs[verb as keyof typeof verbs].run(args) : notUnderstood;
  if (code === notUnderstood) process.stderr.write(`${usage.replace(/^/gm, 'Usage: raccordo ')}\n`);
  return code;
}
