// `raccordo mail …`: what is done with mail at the command line, one file a verb.

/**
 * Verb → how it is written and what does it; a verb takes the rest of the line and answers an exit code. Only the one
 * that is asked for is loaded.
 */
const verbs = {
  import: {
    usage: 'import FILE.mbox [--area SLUG] [--hold-strangers] [--old-addresses CSV] [--dry-run] [--json]',
    load: async () => (await import('@/bin/mail/import-mail')).importMail,
  },
  reparse: {
    usage: 'reparse [--json]',
    load: async () => (await import('@/bin/mail/reparse-mail')).reparseMail,
  },
  parse: {
    usage: 'parse FILE.eml',
    load: async () => (await import('@/bin/mail/parse-mail-file')).parseMailFile,
  },
  receive: {
    usage: 'receive FILE.eml [--to ADDRESS]… [--from ADDRESS]',
    load: async () => (await import('@/bin/mail/receive-mail')).receiveMail,
  },
  'send-test': {
    usage: 'send-test ADDRESS',
    load: async () => (await import('@/bin/mail/send-test')).sendTest,
  },
  dns: { usage: 'dns DOMAIN', load: async () => (await import('@/bin/mail/show-dns')).showDns },
  trim: { usage: 'trim [--ndjson] < TEXT', load: async () => (await import('@/bin/mail/trim')).trim },
} as const;

const usageOf = (all: readonly { usage: string }[]) => all.map((verb) => `mail ${verb.usage}`).join('\n');

export const usage = usageOf(Object.values(verbs));

const notUnderstood = 2;

/** @returns the exit code: 0 done, 2 not understood, else that of the refusal */
export async function run([verb = '', ...args]: string[]): Promise<number> {
  const asked = Object.hasOwn(verbs, verb) ? verbs[verb as keyof typeof verbs] : undefined;
  const code = asked ? await (await asked.load())(args) : notUnderstood;
  const help = asked ? usageOf([asked]) : usage;
  if (code === notUnderstood) process.stderr.write(`${help.replace(/^/gm, 'Usage: raccordo ')}\n`);
  return code;
}
