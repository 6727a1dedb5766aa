// Keeps what is being written, as one types: nothing is lost when the telephone rings.
import { eq, type SQL, sql } from 'drizzle-orm';
import { draft, post, thread } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demand } from '@/lib/core/verdict';
import { normalizeDocument } from '@/lib/text/normalize-document';
import { actFor } from '../act-for';
import { holdDraft } from './hold-draft';
import { saveDraftInput } from './model';
import { noteImages } from './note-images';
import { mayKeepDrafts } from './policy';

/**
 * Nobody else reads a draft, so the gate waits until it is sent. Where the thread is gone meanwhile, the words stay.
 * @returns when it was saved
 * @throws Refusal `invalid`, `not-allowed`, `not-found` (another person's draft), `gone` (sent already),
 * `conflict` (`draft-changed-elsewhere`)
 */
export async function saveDraft(given: Context, input: unknown): Promise<Date> {
  const { draftId, seatId, body: typedBody, since, ...typed } = parseInput(saveDraftInput, input);
  const ctx = actFor(given, seatId);
  demand(mayKeepDrafts(ctx.actor));
  const body = normalizeDocument(typedBody, { unfinished: true });
  const values = {
    ...typed,
    body,
    threadId: standing(thread, typed.threadId),
    postId: standing(post, typed.postId),
    baseRevision: typed.baseRevision ?? null,
    seatId: ctx.actor.seat.id,
    updatedAt: ctx.now,
  };
  await ctx.db.transaction(async (db) => {
    const [made] = await db
      .insert(draft)
      .values({ id: draftId, personId: ctx.actor.personId, ...values })
      .onConflictDoNothing()
      .returning({ id: draft.id });
    if (made) return;
    const { updatedAt } = await holdDraft({ ...ctx, db }, draftId);
    if (since && updatedAt > since) throw new Refusal('conflict', 'draft-changed-elsewhere');
    await db.update(draft).set(values).where(eq(draft.id, draftId));
    await noteImages({ ...ctx, db }, draftId, body);
  });
  return ctx.now;
}

/** The id as long as there is something under it: a thread may have been taken back while one was answering it. */
function standing(table: typeof thread | typeof post, id: string | undefined): SQL | null {
  return id === undefined ? null : sql`(select ${table.id} from ${table} where ${table.id} = ${id})`;
}
