// `raccordo mail reparse`: derives the texts of stored mails again.
import { withDatabase } from '@/bin/with-database';
import { reparseMails } from '@/lib/mailing/archive/reparse-mails';

const notUnderstood = 2;

/** @returns the exit code: 0 done, 2 not understood */
export async function reparseMail(args: string[]): Promise<number> {
  if (args.some((arg) => arg !== '--json')) return notUnderstood;
  const summary = await withDatabase((db) =>
    reparseMails({ db, actor: { kind: 'system', name: 'command-line' }, now: new Date() }),
  );
  const words = `${summary.mails} mails read again, ${summary.changed} posts changed, ${summary.failed} not readable.\n`;
  process.stdout.write(args.includes('--json') ? `${JSON.stringify(summary)}\n` : words);
  return 0;
}
