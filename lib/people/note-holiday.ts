// What stands beside a person's name while they are away.
import { eq } from 'drizzle-orm';
import { person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { findPersonalData } from '@/lib/text/find-personal-data';
import { demandSelf } from './demand-self';
import { holidayInput } from './model';

/** An empty note takes it away. @throws Refusal `invalid`, `not-allowed` */
export async function noteHoliday(ctx: Context, input: unknown): Promise<void> {
  const { note, until } = parseInput(holidayInput, input);
  const { personId } = demandSelf(ctx);
  if (findPersonalData(note).some(({ level }) => level === 'block')) {
    throw new Refusal('invalid', 'personal-data', 'note');
  }
  await ctx.db.transaction(async (db) => {
    const values = note
      ? { holidayNote: note, holidayUntil: until || null }
      : { holidayNote: null, holidayUntil: null };
    await db.update(person).set(values).where(eq(person.id, personId));
    await record({ ...ctx, db }, { act: 'people.note-holiday', subject: `person:${personId}` });
  });
}
