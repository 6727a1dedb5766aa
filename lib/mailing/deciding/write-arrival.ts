// Writes a mail into the forum: as an answer where it belongs to a thread, else as a thread of its own.
import { inArray } from 'drizzle-orm';
import { area, file } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import type { Arrival, Published } from '@/lib/forum/writing/model';
import { openThread } from '@/lib/forum/writing/open-thread';
import { postReply } from '@/lib/forum/writing/post-reply';
import type { Placement } from '../judging/model';
import type { Arrived } from './act-on';
import { composeBody } from './compose-body';
import { composeNotes } from './compose-notes';
import { type MailCase, mayRepeat, postedAt } from './model';
import type { SigningMember } from './signing-member';

export type ToWrite = { each: MailCase; arrived: Arrived; signing: SigningMember; postMessageId: string };

/** @throws Refusal as the deeds of the forum do */
export async function writeArrival(tx: Context, write: ToWrite): Promise<Published> {
  const { arrived, signing } = write;
  await nameContents(tx, arrived);
  const ctx = { ...tx, actor: signing.member };
  const notes = await composeNotes(tx, arrived);
  const own = composeBody(arrived.composed, arrived.files.kept);
  const body = { type: 'doc', content: [...own, ...notes] };
  const { place } = arrived;
  const arrival = arrivalOf(write);
  const said = { body, confirmed: true };
  if (place.kind === 'reply') {
    const { threadId, replyToId } = place;
    return postReply(ctx, { ...said, threadId, replyToId: replyToId ?? undefined }, arrival);
  }
  return openThread(ctx, { ...said, title: place.title, areas: await slugsOf(tx, place) }, arrival);
}

function arrivalOf({ each, arrived, signing, postMessageId }: ToWrite): Arrival {
  const { composed, place } = arrived;
  const isRepeated = place.kind === 'reply' || mayRepeat(each.known, place.areaIds);
  const { quotedHtml, masked } = isRepeated ? composed : { quotedHtml: null, masked: 0 };
  const files = arrived.files.kept.map(({ id, sha256, name, inline }) => ({ id, sha256, name, inline }));
  const sentAt = postedAt(each.mail.sentAt, each.row.createdAt);
  return { messageId: postMessageId, sentAt, quotedHtml, masked, files, author: signing.author };
}

async function nameContents({ db }: Context, { files }: Arrived): Promise<void> {
  if (files.kept.length === 0) return;
  const rows = files.kept.map(({ sha256, size, mediaType }) => ({ sha256, size, mediaType }));
  await db.insert(file).values(rows).onConflictDoNothing();
}

/** The home area first, as the mail names them. */
async function slugsOf(
  { db }: Context,
  { areaIds }: Extract<Placement, { kind: 'thread' }>,
): Promise<string[]> {
  const rows = await db
    .select({ id: area.id, slug: area.slug })
    .from(area)
    .where(inArray(area.id, [...areaIds]));
  const slugs = new Map(rows.map(({ id, slug }) => [id, slug]));
  return areaIds.flatMap((id) => slugs.get(id) ?? []);
}
