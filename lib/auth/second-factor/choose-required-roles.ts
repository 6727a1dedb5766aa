// Chooses which roles need a second factor.
import { setting } from '@/db/schema';
import { actsAs } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { record } from '@/lib/platform/audit/record';
import { requiredRoles, requiredRolesKey } from './model';

/** Whoever chooses it without having one is led to set it up next. @throws Refusal `not-allowed` */
export async function chooseRequiredRoles(ctx: Context, roles: unknown): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'system' && !actsAs(actor, 'coordinator', 'admin'))
    throw new Refusal('not-allowed', 'secretariat-only');
  const value = requiredRoles.parse(roles);
  await ctx.db.transaction(async (db) => {
    await db
      .insert(setting)
      .values({ key: requiredRolesKey, value })
      .onConflictDoUpdate({ target: setting.key, set: { value } });
    await record(
      { ...ctx, db },
      { act: 'auth.choose-required-roles', subject: 'setting:auth', detail: { roles: value } },
    );
  });
}
