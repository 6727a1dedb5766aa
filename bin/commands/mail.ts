// `raccordo mail …`: brings an archive of a mailing list in, derives its texts again, shows what trimming makes of a text.
import { parseArgs } from 'node:util';
import { trim } from '@/bin/mail/trim';
import { refusalExit } from '@/bin/refusal-exit';
import { showProgress } from '@/bin/show-progress';
import { withDatabase } from '@/bin/with-database';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { importArchive } from '@/lib/mailing/archive/import-archive';
import { importOldAddresses } from '@/lib/mailing/archive/import-old-addresses';
import { reparseMails } from '@/lib/mailing/archive/reparse-mails';
import type { ImportSummary, OldAddressSummary } from '@/lib/mailing/model';

export const name = 'mail';
export const usage =
  'mail import FILE.mbox [--area SLUG] [--hold-strangers] [--old-addresses CSV] [--dry-run] [--json]\nmail reparse [--json]\nmail trim [--ndjson] < TEXT';

const notUnderstood = 2;
const mostShown = 20;

/** @returns the exit code: 0 done, 2 not understood, else that of the refusal */
export async function run(args: string[]): Promise<number> {
  if (args[0] === 'trim') return trim(args.slice(1));
  const given = read(args);
  if (!given) {
    process.stderr.write(`${usage.replace(/^/gm, 'Usage: raccordo ')}\n`);
    return notUnderstood;
  }
  try {
    await (given.verb === 'import' ? bringIn(given) : reparse(given));
    return 0;
  } catch (error) {
    return refusalExit(error);
  }
}

function parse(args: string[]) {
  const flag = { type: 'boolean', default: false } as const;
  const text = { type: 'string' } as const;
  const options = {
    ...{ area: text, 'old-addresses': text },
    ...{ 'hold-strangers': flag, 'dry-run': flag, json: flag },
  };
  return parseArgs({ args, options, allowPositionals: true });
}

type Given = { verb: string; file: string } & ReturnType<typeof parse>['values'];

function read(args: string[]): Given | null {
  try {
    const { positionals, values } = parse(args);
    const [verb = '', file = '', ...rest] = positionals;
    const isImport = verb === 'import' && file !== '';
    const isReparse = verb === 'reparse' && file === '';
    return (isImport || isReparse) && rest.length === 0 ? { verb, file, ...values } : null;
  } catch {
    return null;
  }
}

function context(db: Database): Context {
  return { db, actor: { kind: 'system', name: 'command-line' }, now: new Date() };
}

async function bringIn(given: Given): Promise<void> {
  const { file, area, 'hold-strangers': holdStrangers, 'dry-run': dryRun } = given;
  const table = given['old-addresses'];
  const progress = showProgress();
  const done = await withDatabase(async (db) => {
    const ctx = context(db);
    const input = { file, area, holdStrangers, dryRun };
    const summary = await importArchive(ctx, input, { filesDir: env().filesDir, report: progress.report });
    progress.end();
    const addresses = table ? await importOldAddresses(ctx, { file: table, dryRun }) : undefined;
    return { summary, addresses };
  }).finally(progress.end);
  process.stdout.write(given.json ? `${JSON.stringify(done.summary)}\n` : inWords(done.summary, dryRun));
  if (done.addresses) (given.json ? process.stderr : process.stdout).write(addressesInWords(done.addresses));
}

async function reparse(given: Given): Promise<void> {
  const summary = await withDatabase((db) => reparseMails(context(db)));
  const words = `${summary.mails} mails read again, ${summary.changed} posts changed, ${summary.failed} not readable.\n`;
  process.stdout.write(given.json ? `${JSON.stringify(summary)}\n` : words);
}

function inWords(summary: ImportSummary, dryRun: boolean): string {
  const left = [
    [summary.duplicates, 'copies'],
    [summary.autoReplies, 'automatic replies'],
    [summary.bounces, 'reports of undelivered mail'],
    [summary.held, 'held for the secretariat'],
    [summary.skipped.length, 'not readable'],
  ] as const;
  const lines = [
    `${dryRun ? 'Would import' : 'Imported'}: ${summary.imported} of ${summary.messages} messages (${summary.new} new), ${summary.threads} threads, ${summary.attachments} attachments.`,
    `Left out: ${left.map(([count, what]) => `${count} ${what}`).join(', ')}.`,
    `Personal data masked: ${summary.masked}.`,
    ...summary.skipped.slice(0, mostShown).map((each) => `  message ${each.position}: ${each.reason}`),
  ];
  const more = summary.skipped.length - mostShown;
  return `${[...lines, ...(more > 0 ? [`  and ${more} more`] : [])].join('\n')}\n`;
}

function addressesInWords({ addresses, skipped }: OldAddressSummary): string {
  const lines = skipped.slice(0, mostShown).map((each) => `  line ${each.line}: ${each.reason}`);
  return `${[`Old addresses: ${addresses} lead to their posts, ${skipped.length} lines skipped.`, ...lines].join('\n')}\n`;
}
