// Whether single keys act in pages: off by default, since they surprise who dictates or uses a switch (WCAG 2.1.4).
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { demandSelf } from './demand-self';
import { shortcutsInput } from './model';

/** @throws Refusal `invalid`, `not-allowed` */
export async function chooseShortcuts(ctx: Context, input: unknown): Promise<void> {
  const { shortcuts } = parseInput(shortcutsInput, input);
  const { personId } = demandSelf(ctx);
  await ctx.db.update(person).set({ shortcuts }).where(eq(person.id, personId));
}
