// What a receiver asks by a mail's own link, without signing in: the link says which copy, and so whose.
import type { MailChoice } from '@/db/words';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { muteThread } from '@/lib/forum/following/mute-thread';
import { unfollowThread } from '@/lib/forum/following/unfollow-thread';
import { findMember } from '@/lib/people/queries';
import { record } from '@/lib/platform/audit/record';
import { type CopyWish, copyInput } from './model';
import { type Copy, findCopy } from './queries';
import { stopCopies } from './stop-copies';

/**
 * Asked twice it is as if asked once (MAIL.md E64). Whoever has left receives nothing any more: nothing changes.
 * @param input `{token, wish}`
 * @returns the copy as it was before
 * @throws Refusal `invalid`, `not-found` (`no-such-copy`), `not-allowed` for a thread the receiver may no longer read
 */
export async function chooseByCopy(ctx: Context, input: unknown): Promise<Copy> {
  const { token, wish } = parseInput(copyInput, input);
  return ctx.db.transaction(async (db) => {
    const copy = await findCopy({ ...ctx, db }, token);
    const actor = await findMember({ ...ctx, db }, copy.personId);
    if (!actor) return copy;
    const tx = { ...ctx, db, actor };
    await deeds[wish](tx, copy);
    await record(tx, { act: 'mailing.choose-by-copy', subject: `person:${copy.personId}`, detail: { wish } });
    return copy;
  });
}

const deeds: Record<CopyWish, (tx: MemberContext, copy: Copy) => Promise<void>> = {
  stop: stopCopies,
  daily: (tx, copy) => chooseAll(tx, copy, 'daily'),
  again: (tx, copy) => chooseAll(tx, copy, 'every'),
  mute,
  unmute: async (tx, { thread }) => {
    if (thread) await unfollowThread(tx, { threadId: thread.id });
  },
};

async function mute(tx: MemberContext, { thread }: Copy): Promise<void> {
  if (thread) await muteThread(tx, { threadId: thread.id });
}

async function chooseAll(tx: MemberContext, { areas, tags }: Copy, mail: MailChoice): Promise<void> {
  for (const { slug } of areas) await chooseAreaMail(tx, { area: slug, mail });
  for (const { tag } of tags) await chooseTagMail(tx, { tag, mail });
}
