// Ends one of a person's own sessions: the browser that has it is signed out at its next step.
import { and, eq } from 'drizzle-orm';
import { session } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { demandSelf } from './demand-self';
import { sessionInput } from './model';

/** @throws Refusal `not-found` for a session that is not the person's or is over, `not-allowed` */
export async function revokeSession(ctx: Context, input: unknown): Promise<void> {
  const { sessionId } = parseInput(sessionInput, input);
  const { personId } = demandSelf(ctx);
  await ctx.db.transaction(async (db) => {
    const ended = await db
      .delete(session)
      .where(and(eq(session.id, sessionId), eq(session.userId, personId)))
      .returning({ id: session.id });
    if (ended.length === 0) throw new Refusal('not-found', 'session-not-found');
    await record({ ...ctx, db }, { act: 'people.revoke-session', subject: `session:${sessionId}` });
  });
}
