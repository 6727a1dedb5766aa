// Keeps a question, so that it is asked again at any time and what is new comes by mail.
import { and, count, eq } from 'drizzle-orm';
import { person, savedSearch } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { demandKeeper } from './demand-keeper';
import { mostSaved, saveSearchInput } from './model';

/**
 * The same question is kept once: saved again it stays as it was, name and mail included.
 * @param input `{question, name}`: the question as the address bar says it; without a name it is called by its words
 * @throws Refusal `invalid` (`question-missing`, `question-too-long`, `search-name-too-long`), `not-allowed`, `too-many`
 * beyond twenty
 */
export async function saveSearch(ctx: Context, input: unknown): Promise<{ id: string }> {
  const { question, name } = parseInput(saveSearchInput, input);
  const { personId } = demandKeeper(ctx.actor);
  return ctx.db.transaction(async (db) => {
    // One saving of a person at a time, so that two at once do not both find room.
    await db.select({ id: person.id }).from(person).where(eq(person.id, personId)).for('no key update');
    const own = eq(savedSearch.personId, personId);
    const [kept] = await db
      .select({ id: savedSearch.id })
      .from(savedSearch)
      .where(and(own, eq(savedSearch.question, question)));
    if (kept) return kept;
    const [all] = await db.select({ saved: count() }).from(savedSearch).where(own);
    if ((all?.saved ?? 0) >= mostSaved) throw new Refusal('too-many', 'too-many-searches');
    const id = newId();
    await db
      .insert(savedSearch)
      .values({ id, personId, question, name, mailSince: ctx.now, createdAt: ctx.now });
    return { id };
  });
}
