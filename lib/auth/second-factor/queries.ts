// How a person's second factor stands, and which roles need one.
import { and, eq, isNull, sql } from 'drizzle-orm';
import { recoveryCode, secondFactor, setting } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { requiredRoles, requiredRolesKey, type SecondFactorState } from './model';

/** For the person themselves. */
export async function findSecondFactor({ db, now }: Context, personId: string): Promise<SecondFactorState> {
  const [row] = await db
    .select({ confirmedAt: secondFactor.confirmedAt })
    .from(secondFactor)
    .where(eq(secondFactor.personId, personId));
  const unused = and(eq(recoveryCode.personId, personId), isNull(recoveryCode.usedAt));
  const [held] = await db.execute<{ required: boolean }>(sql`
    select exists (select from seat s join setting g on g.key = ${requiredRolesKey} and g.value ? s.role
      where s.person_id = ${personId} and (s.ended_at is null or s.ended_at > ${now.toISOString()}::timestamptz)) as required`);
  return {
    isOn: row?.confirmedAt != null,
    codesLeft: await db.$count(recoveryCode, unused),
    isRequired: held?.required ?? false,
  };
}

/** Public in the sense that no secret is in it; whoever changes it asks for leave. */
export async function findRequiredRoles({ db }: Context) {
  const [row] = await db
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.key, requiredRolesKey));
  return requiredRoles.parse(row?.value ?? []);
}
