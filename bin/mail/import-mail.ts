// `raccordo mail import`: brings an archive of a mailing list in.
import { parseArgs } from 'node:util';
import { refusalExit } from '@/bin/refusal-exit';
import { showProgress } from '@/bin/show-progress';
import { withDatabase } from '@/bin/with-database';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { importArchive } from '@/lib/mailing/archive/import-archive';
import { importOldAddresses } from '@/lib/mailing/archive/import-old-addresses';
import type { ImportSummary, OldAddressSummary } from '@/lib/mailing/model';

const notUnderstood = 2;
const mostShown = 20;

/** @returns the exit code: 0 done, 2 not understood, else that of the refusal */
export async function importMail(args: string[]): Promise<number> {
  const given = read(args);
  if (!given) return notUnderstood;
  try {
    await bringIn(given);
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

type Given = { file: string } & ReturnType<typeof parse>['values'];

function read(args: string[]): Given | null {
  try {
    const { positionals, values } = parse(args);
    const [file = '', ...rest] = positionals;
    return file !== '' && rest.length === 0 ? { file, ...values } : null;
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
