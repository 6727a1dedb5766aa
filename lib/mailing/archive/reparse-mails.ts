// The deed that derives the texts of posts again from the mails they came by, after the reading rules have improved.
import { and, asc, eq, gt } from 'drizzle-orm';
import { mail, post } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { maskPersonalData } from '@/lib/text/mask-personal-data';
import type { ReparseSummary } from '../model';
import { mayImportArchive } from '../policy';
import { parseMail } from '../reading/parse-mail';
import { composePost } from './compose-post';

/** Few at a time: each row carries its whole raw mail. */
const perBatch = 50;
const first = '00000000-0000-0000-0000-000000000000';

/** Places, authors, dates and files stay; running it twice changes nothing the second time. */
export async function reparseMails(ctx: Context): Promise<ReparseSummary> {
  demand(mayImportArchive(ctx.actor));
  const summary: ReparseSummary = { mails: 0, changed: 0 };
  for (let after: string | undefined = first; after !== undefined; ) {
    const rows: Stored[] = await nextMails(ctx, after);
    for (const row of rows) summary.changed += (await reparse(ctx, row)) ? 1 : 0;
    summary.mails += rows.length;
    after = rows.at(-1)?.id;
  }
  await record(ctx, { act: 'mailing.reparse-mails', subject: 'mail:all', detail: summary });
  return summary;
}

function nextMails({ db }: Context, after: string) {
  return db
    .select({
      ...{ id: mail.id, raw: mail.raw, postId: post.id, number: post.number },
      ...{ html: post.html, quotedHtml: post.quotedHtml, text: post.text, masked: post.masked },
    })
    .from(mail)
    .innerJoin(post, eq(post.id, mail.postId))
    .where(and(gt(mail.id, after), eq(mail.outcome, 'posted')))
    .orderBy(asc(mail.id))
    .limit(perBatch);
}

type Stored = Awaited<ReturnType<typeof nextMails>>[number];

async function reparse({ db, now }: Context, row: Stored): Promise<boolean> {
  const parsed = await parseMail(row.raw, { receivedAt: null, now });
  const { body, html, text, quotedHtml, masked } = composePost(parsed);
  const inTitle = row.number === 1 ? maskPersonalData(parsed.subject).masked : 0;
  const made = { html, text, quotedHtml, masked: masked + inTitle };
  const same = (Object.keys(made) as (keyof typeof made)[]).every((key) => made[key] === row[key]);
  if (!same)
    await db
      .update(post)
      .set({ ...made, body })
      .where(eq(post.id, row.postId));
  return !same;
}
