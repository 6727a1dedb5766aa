// Takes hold of one's own open draft for the length of a transaction.
import { and, eq } from 'drizzle-orm';
import { draft } from '@/db/schema';
import type { MemberContext } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';

/** @returns when it was saved last @throws Refusal `not-found` for an unknown draft or another person's, `gone` for one that was sent */
export async function holdDraft({ db, actor }: MemberContext, draftId: string): Promise<{ updatedAt: Date }> {
  const [held] = await db
    .select({ publishedAt: draft.publishedAt, updatedAt: draft.updatedAt })
    .from(draft)
    .where(and(eq(draft.id, draftId), eq(draft.personId, actor.personId)))
    .for('update');
  if (!held) throw new Refusal('not-found', 'no-such-draft');
  if (held.publishedAt) throw new Refusal('gone', 'draft-published');
  return { updatedAt: held.updatedAt };
}
