// The deed that derives the texts of posts again from the mails they came by, after the reading rules have improved.
import { and, asc, eq, gt } from 'drizzle-orm';
import type { Database } from '@/db/client';
import { attachment, mail, post, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { sha256 } from '@/lib/platform/files/store';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import type { MailFile, ReparseSummary } from '../model';
import { mayImportArchive } from '../policy';
import { parseMail } from '../reading/parse-mail';
import { composePost } from './compose-post';
import { isRowFault } from './is-row-fault';
import { titleOf } from './title-of';

/** Few at a time: each row carries its whole raw mail. */
const perBatch = 50;
const first = '00000000-0000-0000-0000-000000000000';

/**
 * Places, numbers, authors, dates and files stay; texts, titles and names of files follow the rules of today. Running
 * it twice changes nothing the second time. A mail that can no longer be read keeps the post it has.
 */
export async function reparseMails(ctx: Context): Promise<ReparseSummary> {
  demand(mayImportArchive(ctx.actor));
  const summary: ReparseSummary = { mails: 0, changed: 0, failed: 0 };
  for (let after: string | undefined = first; after !== undefined; ) {
    const rows: Stored[] = await nextMails(ctx, after);
    for (const row of rows) await reparse(ctx, row, summary);
    summary.mails += rows.length;
    after = rows.at(-1)?.id;
  }
  await record(ctx, { act: 'mailing.reparse-mails', subject: 'mail:all', detail: summary });
  return summary;
}

function nextMails({ db }: Context, after: string) {
  return db
    .select({
      ...{ id: mail.id, raw: mail.raw, postId: post.id, threadId: post.threadId, number: post.number },
      ...{ html: post.html, quotedHtml: post.quotedHtml, text: post.text, masked: post.masked },
      ...{ title: thread.title, normalizedTitle: thread.normalizedTitle, slug: thread.slug },
    })
    .from(mail)
    .innerJoin(post, eq(post.id, mail.postId))
    .innerJoin(thread, eq(thread.id, post.threadId))
    .where(and(gt(mail.id, after), eq(mail.outcome, 'posted')))
    .orderBy(asc(mail.id))
    .limit(perBatch);
}

type Stored = Awaited<ReturnType<typeof nextMails>>[number];

async function reparse({ db, now }: Context, row: Stored, summary: ReparseSummary): Promise<void> {
  const derived = await derive(row, now).catch(() => null);
  try {
    if (derived === null) summary.failed += 1;
    else if (await db.transaction((tx) => rewrite(tx, row, derived))) summary.changed += 1;
  } catch (error) {
    if (!isRowFault(error)) throw error;
    summary.failed += 1;
  }
}

async function derive(row: Stored, now: Date) {
  const parsed = await parseMail(row.raw, { receivedAt: null, now });
  const { body, html, text, quotedHtml, masked, files } = composePost(parsed);
  const inTitle = row.number === 1 ? maskPersonalData(parsed.subject).masked : 0;
  const title = row.number === 1 ? titleOf(parsed.subject) : {};
  return { body, words: { html, text, quotedHtml, masked: masked + inTitle }, title, files };
}

type Derived = Awaited<ReturnType<typeof derive>>;

async function rewrite(tx: Database, row: Stored, { body, words, title, files }: Derived): Promise<boolean> {
  const newWords = differs(words, row);
  const newTitle = differs(title, row);
  if (newWords)
    await tx
      .update(post)
      .set({ ...words, body })
      .where(eq(post.id, row.postId));
  if (newTitle) await tx.update(thread).set(title).where(eq(thread.id, row.threadId));
  const newNames = await renameFiles(tx, row.postId, files);
  return newWords || newTitle || newNames;
}

function differs(made: Partial<Stored>, row: Stored): boolean {
  return (Object.keys(made) as (keyof Stored)[]).some((key) => made[key] !== row[key]);
}

/** By place and content: a rule that counts other parts as files renames none of those that stand. */
async function renameFiles(tx: Database, postId: string, files: readonly MailFile[]): Promise<boolean> {
  if (files.length === 0) return false;
  let changed = false;
  for (const row of await tx.select().from(attachment).where(eq(attachment.postId, postId))) {
    const file = files[row.position];
    if (!file || file.name === row.name || sha256(file.bytes) !== row.sha256) continue;
    await tx.update(attachment).set({ name: file.name }).where(eq(attachment.id, row.id));
    changed = true;
  }
  return changed;
}
