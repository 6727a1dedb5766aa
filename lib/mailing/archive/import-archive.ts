// The deed that brings a mailing-list archive into the forum: twice the same file adds nothing (MAIL.md E92).
import { open, stat } from 'node:fs/promises';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { sha256 } from '@/lib/platform/files/store';
import { announce } from '@/lib/platform/jobs/announce';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import {
  type ImportInput,
  type ImportSummary,
  importInput,
  isSurveyed,
  passOver,
  type SkippedMail,
  type SurveyedMail,
} from '../model';
import { mayImportArchive } from '../policy';
import { findKnownPosts } from './find-known-posts';
import { findStanding } from './find-standing';
import { isRowFault } from './is-row-fault';
import { type Areas, loadAreas } from './load-areas';
import { type Directory, loadDirectory } from './load-directory';
import { organizationOf } from './organization-of';
import { readStored } from './read-stored';
import { storeMails } from './store-mails';
import { type Survey, surveyArchive } from './survey-archive';
import { threadMails } from './thread-mails';
import { writeBatch } from './write-batch';
import type { ArchiveThread, WriteTools } from './write-threads';

export type ImportTools = {
  filesDir: string;
  /** Told how far the import is, from 0 to 1. */
  report?: (share: number) => void;
  /** Mails a transaction holds at least, if there are so many; whole threads only. */
  batchSize?: number;
};

const defaultBatch = 300;
/** Reading is about a third of the work. */
const surveyShare = 0.35;

/**
 * Reads the file twice: once for what decides where each mail goes, once in the order of threads to write them.
 * Killed in between, it leaves whole threads behind, and a second run does the rest.
 * @throws Refusal `not-found` (no file, no such area), `invalid` (no mbox, empty), `not-allowed`
 */
export async function importArchive(
  ctx: Context,
  input: ImportInput,
  tools: ImportTools,
): Promise<ImportSummary> {
  const asked = parseInput(importInput, input);
  demand(mayImportArchive(ctx.actor));
  const directory = await loadDirectory(ctx.db);
  const areas = await loadAreas(ctx.db, asked.area);
  const size = await sizeOf(asked.file);
  const survey = await surveyArchive(asked.file, {
    now: ctx.now,
    areasOf: areas.areasOf,
    isStranger: (address) => asked.holdStrangers && isStranger(directory, address, ctx.now),
    onRead: (offset) => tools.report?.((offset / size) * surveyShare),
  });
  const threads = await arrange(ctx, survey, areas);
  const added = asked.dryRun
    ? countNew(survey)
    : await write(ctx, asked.file, survey, threads, directory, tools);
  tools.report?.(1);
  return summarize(survey, threads, added);
}

async function sizeOf(file: string): Promise<number> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal('not-found', 'archive-missing', 'file');
  return Math.max(1, found.size);
}

function isStranger(directory: Directory, address: string, now: Date): boolean {
  const known = directory.addresses.get(address);
  return !known?.trusted && organizationOf(directory, { address, personId: null }, now) === null;
}

async function arrange(ctx: Context, survey: Survey, { audienceOf }: Areas): Promise<ArchiveThread[]> {
  await findStanding(ctx.db, survey.mails);
  const posted = survey.mails.filter((mail) => mail.outcome === 'posted');
  const known = await findKnownPosts(ctx.db, posted);
  const threads = threadMails([...posted, ...known], audienceOf).filter(({ mails }) =>
    mails.some(isSurveyed),
  );
  for (const { mails } of threads) {
    const [first] = mails;
    if (first && isSurveyed(first)) first.masked += maskPersonalData(first.subject).masked;
  }
  return threads;
}

function countNew(survey: Survey): number {
  return survey.mails.filter((mail) => mail.outcome === 'posted' && !mail.stored).length;
}

async function write(
  ctx: Context,
  path: string,
  survey: Survey,
  threads: readonly ArchiveThread[],
  directory: Directory,
  tools: ImportTools,
): Promise<number> {
  const archive = await open(path);
  const writeTools: WriteTools = { archive, filesDir: tools.filesDir, now: ctx.now, directory };
  let added = 0;
  let done = 0;
  try {
    for (const batch of batches(threads, tools.batchSize ?? defaultBatch)) {
      added += await writeBatch(ctx.db, batch, writeTools);
      done += batch.length;
      tools.report?.(surveyShare + (1 - surveyShare) * (done / threads.length));
    }
    await finish(ctx, survey, writeTools, added);
  } finally {
    await archive.close();
  }
  return added;
}

function* batches(threads: readonly ArchiveThread[], size: number): Generator<ArchiveThread[]> {
  let batch: ArchiveThread[] = [];
  let mails = 0;
  for (const each of threads) {
    batch.push(each);
    mails += each.mails.length;
    if (mails < size) continue;
    yield batch;
    batch = [];
    mails = 0;
  }
  if (batch.length > 0) yield batch;
}

/** Automatic, returned and held mails are kept too; broken ones are not, a later run may know what to do with them. */
async function finish(ctx: Context, survey: Survey, { archive }: WriteTools, added: number): Promise<void> {
  const kept = ['automatic', 'bounce', 'held'];
  const others = survey.mails.filter((mail) => kept.includes(mail.outcome) && !mail.stored);
  await ctx.db.transaction(async (tx) => {
    for (const mail of others) await keep(tx, mail, await readStored(archive, mail));
    const run = sha256(survey.mails.map((mail) => mail.messageId).join('\n'));
    if (added > 0) await announce(tx, { name: 'forum.archive.imported', version: 1, added });
    const detail = { messages: survey.messages, added, skipped: skippedIn(survey).length };
    await record({ ...ctx, db: tx }, { act: 'mailing.import-archive', subject: `archive:${run}`, detail });
  });
}

/** One at a time: each may be as long as a mail may be, and the database may refuse it. */
async function keep(tx: Database, mail: SurveyedMail, raw: Uint8Array): Promise<void> {
  try {
    await tx.transaction((inner) => storeMails(inner, [{ mail, raw, postId: null }]));
  } catch (error) {
    if (!isRowFault(error)) throw error;
    passOver(mail);
  }
}

/** Asked at the end: an earlier run may have known more of a mail than this one. */
function skippedIn(survey: Survey): SkippedMail[] {
  const broken = survey.mails.filter((mail) => mail.outcome === 'broken');
  const named = broken.map(({ position, reason }) => ({ position, reason: reason ?? 'unreadable' }));
  return [...survey.skipped, ...named].sort((one, other) => one.position - other.position);
}

function summarize(survey: Survey, threads: readonly ArchiveThread[], added: number): ImportSummary {
  const count = (outcome: SurveyedMail['outcome']) =>
    survey.mails.filter((mail) => mail.outcome === outcome).length;
  const posted = survey.mails.filter((mail) => mail.outcome === 'posted');
  return {
    messages: survey.messages,
    imported: posted.length,
    new: added,
    duplicates: survey.duplicates,
    autoReplies: count('automatic'),
    bounces: count('bounce'),
    held: count('held'),
    masked: posted.reduce((sum, mail) => sum + mail.masked, 0),
    threads: threads.filter(({ mails }) => mails.some(isPosted)).length,
    attachments: posted.reduce((sum, mail) => sum + mail.attachments, 0),
    skipped: skippedIn(survey),
  };
}

function isPosted(mail: ArchiveThread['mails'][number]): boolean {
  return isSurveyed(mail) && mail.outcome === 'posted';
}
