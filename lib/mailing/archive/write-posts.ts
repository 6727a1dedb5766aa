// Writes the posts of a batch with their files and raw mails, some at a time so that memory stays bounded.
import type { FileHandle } from 'node:fs/promises';
import type { Database } from '@/db/client';
import { attachment, file, post } from '@/db/schema';
import { mediaTypeOf } from '@/lib/platform/files/media-type';
import { storeContent } from '@/lib/platform/files/store';
import type { ParsedMail, SurveyedMail } from '../model';
import { parseMail } from '../reading/parse-mail';
import { type ComposedPost, composePost } from './compose-post';
import { readStored } from './read-stored';
import { type MailToStore, storeMails } from './store-mails';

/** A post whose place is decided: only its words and files are still in the archive. */
export type PlannedPost = {
  id: string;
  threadId: string;
  number: number;
  replyToId: string | null;
  authorId: string;
  organizationId: string | null;
  mail: SurveyedMail;
};

export type PostTools = { archive: FileHandle; filesDir: string; now: Date };

const mostPosts = 100;
const mostBytes = 8 * 1024 * 1024;
const siteHeader = 'x-raccordo-post';

type Row = typeof post.$inferInsert;
type Rows = {
  posts: Row[];
  mails: MailToStore[];
  files: (typeof file.$inferInsert)[];
  attachments: (typeof attachment.$inferInsert)[];
  bytes: number;
};

const noRows = (): Rows => ({ posts: [], mails: [], files: [], attachments: [], bytes: 0 });

export async function writePosts(
  tx: Database,
  planned: readonly PlannedPost[],
  tools: PostTools,
): Promise<void> {
  let rows = noRows();
  for (const plan of planned) {
    await addPost(rows, plan, tools);
    if (rows.posts.length < mostPosts && rows.bytes < mostBytes) continue;
    await flush(tx, rows);
    rows = noRows();
  }
  await flush(tx, rows);
}

async function addPost(rows: Rows, plan: PlannedPost, tools: PostTools): Promise<void> {
  const { mail } = plan;
  const raw = await readStored(tools.archive, mail);
  const parsed = await parseMail(raw, { receivedAt: mail.receivedAt, now: tools.now });
  const composed = composePost(parsed);
  rows.posts.push(postRow(plan, parsed, composed));
  rows.mails.push({ mail, raw, postId: plan.id });
  rows.bytes += raw.length;
  for (const [position, each] of composed.files.entries()) {
    const sha256 = await storeContent(tools.filesDir, each.bytes);
    const mediaType = await mediaTypeOf(each.bytes, each.name);
    rows.files.push({ sha256, size: each.bytes.length, mediaType });
    rows.attachments.push({ postId: plan.id, position, sha256, name: each.name, inline: each.inline });
  }
}

function postRow(plan: PlannedPost, parsed: ParsedMail, composed: ComposedPost): Row {
  const { mail, ...place } = plan;
  return {
    ...place,
    channel: parsed.headers.has(siteHeader) ? 'web' : 'mail',
    messageId: mail.postMessageId,
    body: composed.body,
    html: composed.html,
    text: composed.text,
    quotedHtml: composed.quotedHtml,
    masked: mail.masked,
    postedAt: mail.sentAt,
  };
}

async function flush(tx: Database, rows: Rows): Promise<void> {
  if (rows.posts.length === 0) return;
  await tx.insert(post).values(rows.posts);
  await storeMails(tx, rows.mails);
  const files = [...new Map(rows.files.map((row) => [row.sha256, row])).values()];
  if (files.length > 0) await tx.insert(file).values(files).onConflictDoNothing();
  if (rows.attachments.length > 0) await tx.insert(attachment).values(rows.attachments);
}
