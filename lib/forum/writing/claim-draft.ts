// One sending, one post: whoever sends under the same id a second time waits here and finds what the first one made.
import { isDeepStrictEqual } from 'node:util';
import { eq } from 'drizzle-orm';
import { draft } from '@/db/schema';
import type { DraftKind } from '@/db/words';
import type { MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';
import type { TextDocument } from '@/lib/text/schema';

export type ClaimedDraft = { id: string; publishedPostId: string | null };

/** What is being sent: sent a second time under the same draft it must be the same. */
export type Sending = { body: TextDocument; title?: string };

/**
 * Holds the draft until the transaction ends, and makes it where nothing was saved yet.
 * @throws Refusal `not-found` for another person's draft, `gone` where what it became is gone, `conflict`
 * (`draft-sent-otherwise`) where other words were sent under it, from another tab
 */
export async function claimDraft(
  { db, actor, now }: MemberContext,
  given: string | undefined,
  kind: DraftKind,
  sending: Sending,
): Promise<ClaimedDraft> {
  const id = given ?? newId();
  const { personId, seat } = actor;
  const body = { type: 'doc', content: [{ type: 'paragraph' }] };
  await db
    .insert(draft)
    .values({ id, personId, seatId: seat.id, kind, body, updatedAt: now })
    .onConflictDoNothing();
  const [held] = await db
    .select({
      personId: draft.personId,
      publishedAt: draft.publishedAt,
      publishedPostId: draft.publishedPostId,
      body: draft.body,
      title: draft.title,
    })
    .from(draft)
    .where(eq(draft.id, id))
    .for('update');
  if (held?.personId !== personId) throw new Refusal('not-found', 'no-such-draft');
  if (held.publishedAt && !held.publishedPostId) throw new Refusal('gone', 'draft-published');
  if (held.publishedPostId && !isSame(held, sending)) throw new Refusal('conflict', 'draft-sent-otherwise');
  return { id, publishedPostId: held.publishedPostId };
}

function isSame(held: { body: unknown; title: string }, { body, title }: Sending): boolean {
  return isDeepStrictEqual(held.body, body) && (title === undefined || title === held.title);
}
