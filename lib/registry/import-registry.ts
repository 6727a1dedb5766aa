// Brings the registry up to what was read: compared first, then only what changed is written, in one transaction.
import { eq, isNull, sql } from 'drizzle-orm';
import { commune, communeCode } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { newId } from '@/lib/core/ids';
import { parseInput } from '@/lib/core/parse-input';
import { demand } from '@/lib/core/verdict';
import { record } from '@/lib/platform/audit/record';
import { compareRegistry, type ImportReport, importInput, type KnownRow, type RegistryChange } from './model';
import { mayImportRegistry } from './policy';

const batch = 1_000;

/**
 * Two at once run one after the other. Organisations whose code is a commune's are linked to it.
 * @returns what changed; with `isDryRun` what would change, and nothing is written
 * @throws Refusal `not-allowed`, `invalid`
 */
export async function importRegistry(ctx: Context, input: unknown): Promise<ImportReport> {
  demand(mayImportRegistry(ctx.actor));
  const { isDryRun, ...source } = parseInput(importInput, input);
  return ctx.db.transaction(async (db) => {
    const tx = { ...ctx, db };
    await db.execute(sql`select pg_advisory_xact_lock(hashtext('raccordo.registry'))`);
    const changes = compareRegistry(await listKnown(tx), source);
    if (isDryRun) return { changes, linked: 0 };
    await addCommunes(tx, changes);
    for (const change of changes) await apply(tx, change);
    const linked = await linkOrganizations(tx);
    await record(tx, {
      act: 'registry.import',
      subject: 'registry:communes',
      detail: { changes: changes.length },
    });
    return { changes, linked };
  });
}

async function listKnown({ db }: Context): Promise<KnownRow[]> {
  return db.select().from(communeCode);
}

async function addCommunes({ db, now }: Context, changes: readonly RegistryChange[]): Promise<void> {
  const added = changes.flatMap((change) =>
    change.kind === 'added' ? [{ id: newId(), row: change.row }] : [],
  );
  for (let at = 0; at < added.length; at += batch) {
    const part = added.slice(at, at + batch);
    await db.insert(commune).values(part.map(({ id }) => ({ id, createdAt: now })));
    await db
      .insert(communeCode)
      .values(part.map(({ id, row }) => ({ communeId: id, ...row, createdAt: now })));
  }
}

async function apply({ db, now }: Context, change: RegistryChange): Promise<void> {
  if (change.kind === 'added') return;
  const own = eq(communeCode.id, change.known.id);
  if (change.kind === 'filled') {
    await db.update(communeCode).set({ istatCode: change.istatCode }).where(own);
    return;
  }
  const endedOn = change.kind === 'ended' ? change.endedOn : change.row.startedOn;
  if (change.kind === 'changed' && change.known.startedOn === endedOn) {
    await db.update(communeCode).set(change.row).where(own);
    return;
  }
  await db.update(communeCode).set({ endedOn }).where(own);
  if (change.kind === 'changed')
    await db.insert(communeCode).values({ ...change.row, communeId: change.known.communeId, createdAt: now });
}

async function linkOrganizations({ db }: Context): Promise<number> {
  const linked = await db.execute<{ id: string }>(sql`
    update organization o set commune_id = c.commune_id from commune_code c
    where o.commune_id is null and o.kind = 'commune' and c.belfiore_code = o.belfiore_code and ${isNull(sql`c.ended_on`)}
      and not exists (select from organization other where other.commune_id = c.commune_id)
    returning o.id`);
  return linked.length;
}
