// One sending, one post: whoever sends under the same id a second time waits here and finds what the first one made.
import { eq } from 'drizzle-orm';
import { draft } from '@/db/schema';
import type { DraftKind } from '@/db/words';
import type { MemberContext } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { Refusal } from '@/lib/core/refusal';

export type ClaimedDraft = { id: string; publishedPostId: string | null };

/**
 * Holds the draft until the transaction ends, and makes it where nothing was saved yet.
 * @throws Refusal `not-found` for another person's draft, `gone` where what it became is gone
 */
export async function claimDraft(
  { db, actor, now }: MemberContext,
  given: string | undefined,
  kind: DraftKind,
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
    })
    .from(draft)
    .where(eq(draft.id, id))
    .for('update');
  if (held?.personId !== personId) throw new Refusal('not-found', 'no-such-draft');
  if (held.publishedAt && !held.publishedPostId) throw new Refusal('gone', 'draft-published');
  return { id, publishedPostId: held.publishedPostId };
}
