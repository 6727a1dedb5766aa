// Writes down an act for an organisation, or mends the one an application already has.
import { and, eq } from 'drizzle-orm';
import { resolution } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { Refusal } from '@/lib/core/refusal';
import { isoDay } from '@/lib/core/time';
import { actInput, whyNotDays } from './model';

/**
 * For the deeds that have asked for leave. Unique per organisation, organ, year and number: the year is that of the session.
 * @param resolutionId the act to mend; null for a new one @returns its id
 * @throws Refusal `invalid` with the field, `conflict` (`act-filed-already`)
 */
export async function writeAct(
  ctx: Context,
  organizationId: string,
  resolutionId: string | null,
  input: unknown,
): Promise<string> {
  const { immediate, isEnforceabilityConfirmed, ...act } = parseInput(actInput, input);
  const wrong = whyNotDays(act, isoDay(ctx.now));
  if (wrong) throw new Refusal('invalid', wrong.reason, wrong.field);
  if (!act.enforceableOn) throw new Refusal('invalid', 'enforceable-missing', 'enforceableOn');
  if (!isEnforceabilityConfirmed)
    throw new Refusal('invalid', 'enforceable-unconfirmed', 'isEnforceabilityConfirmed');
  const values = {
    ...act,
    year: Number(act.sessionOn.slice(0, 4)),
    immediate: immediate !== undefined,
    protocolNumber: act.protocolNumber || null,
    registerUrl: act.registerUrl || null,
  };
  const id = resolutionId ?? newId();
  const written = await write(ctx, id, resolutionId === null, { organizationId, ...values });
  if (!written) throw new Refusal('conflict', 'act-filed-already', 'number');
  return id;
}

type Values = Omit<typeof resolution.$inferInsert, 'id'>;

/** @returns whether no other act stands in the way */
async function write({ db }: Context, id: string, isNew: boolean, values: Values): Promise<boolean> {
  if (isNew) {
    const made = await db
      .insert(resolution)
      .values({ id, ...values })
      .onConflictDoNothing()
      .returning({ id: resolution.id });
    return made.length > 0;
  }
  const same = await findSame({ db }, values);
  if (same !== undefined && same !== id) return false;
  await db.update(resolution).set(values).where(eq(resolution.id, id));
  return true;
}

async function findSame({ db }: Pick<Context, 'db'>, values: Values): Promise<string | undefined> {
  const [same] = await db
    .select({ id: resolution.id })
    .from(resolution)
    .where(
      and(
        eq(resolution.organizationId, values.organizationId),
        eq(resolution.organ, values.organ),
        eq(resolution.year, values.year),
        eq(resolution.number, values.number),
      ),
    );
  return same?.id;
}
