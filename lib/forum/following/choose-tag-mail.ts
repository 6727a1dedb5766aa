// What a person wants by mail of the threads with a tag, whatever they want of the areas these stand in.
import { and, eq, sql } from 'drizzle-orm';
import { tagFollow } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { memberOf } from '@/lib/core/member-of';
import { parseInput } from '@/lib/core/parse-input';
import { listMeant } from '../tags/queries';
import { tagMailInput } from './model';

/** A tag nobody uses yet may be chosen; a synonym means its tag. @throws Refusal `invalid` (`tag-invalid`), `not-allowed` */
export async function chooseTagMail(ctx: Context, input: unknown): Promise<void> {
  const { tag: word, mail } = parseInput(tagMailInput, input);
  const { personId } = memberOf(ctx.actor);
  const [tag = word] = await listMeant(ctx, [word]);
  if (mail === null) {
    await ctx.db.delete(tagFollow).where(and(eq(tagFollow.personId, personId), eq(tagFollow.tag, tag)));
    return;
  }
  await ctx.db
    .insert(tagFollow)
    .values({ personId, tag, mail, createdAt: ctx.now })
    .onConflictDoUpdate({
      target: [tagFollow.personId, tagFollow.tag],
      set: { mail, createdAt: ctx.now },
      setWhere: sql`${tagFollow.mail} <> ${mail}`,
    });
}
