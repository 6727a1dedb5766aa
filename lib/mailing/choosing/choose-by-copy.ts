// What a receiver asks by a mail's own link, without signing in: the link says which copy, and so whose.
import type { FollowState, MailChoice } from '@/db/words';
import type { Context, MemberContext } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { chooseAreaMail } from '@/lib/forum/following/choose-area-mail';
import { chooseTagMail } from '@/lib/forum/following/choose-tag-mail';
import { writeFollow } from '@/lib/forum/following/write-follow';
import { findMember } from '@/lib/people/queries';
import { record } from '@/lib/platform/audit/record';
import { type CopyWish, copyInput } from './model';
import { type Copy, findCopy, findReadingSeat } from './queries';
import { stopCopies } from './stop-copies';

/**
 * Asked twice it is as if asked once (MAIL.md E64). Whoever has left receives nothing any more: nothing changes.
 * @param input `{token, wish}`
 * @returns the copy as it was before
 * @throws Refusal `invalid`, `not-found` (`no-such-copy`), `not-allowed` where more is asked of an area the receiver may no longer read
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
  mute: (tx, copy) => setThread(tx, copy, 'muted'),
  unmute: (tx, copy) => setThread(tx, copy, null),
};

/** The signed copy is the right to it: it came, whatever its receiver may read by now. */
async function setThread(tx: MemberContext, { thread }: Copy, state: FollowState | null): Promise<void> {
  if (thread) await writeFollow(tx, { personId: tx.actor.personId, threadId: thread.id, state });
}

async function chooseAll(tx: MemberContext, { areas, tags }: Copy, mail: MailChoice): Promise<void> {
  for (const { slug } of areas) await chooseAreaMail(await asReader(tx, slug), { area: slug, mail });
  for (const { tag } of tags) await chooseTagMail(tx, { tag, mail });
}

/** Copies go to whoever may read by any of their seats: that seat chooses, not the oldest. */
async function asReader(tx: MemberContext, slug: string): Promise<MemberContext> {
  const seatId = await findReadingSeat(tx, tx.actor.personId, slug);
  const seat = tx.actor.seats.find(({ id }) => id === seatId) ?? tx.actor.seat;
  return { ...tx, actor: { ...tx.actor, seat } };
}
