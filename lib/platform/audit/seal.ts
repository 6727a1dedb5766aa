// Seals the audit log into a hash chain: a row changed or taken away afterwards no longer fits its neighbours.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';

const beginning = '0'.repeat(64);
const batch = 2000;
/** Writers in a long transaction hold the table; then the next minute tries again rather than making others wait. */
const patience = '2s';

type Row = { id: string; content: string };

/** @param content the row as the database writes it in text @returns lower-case hex */
export function sealOf(previous: string, content: string): string {
  return createHash('sha256').update(`${previous}\n${content}`).digest('hex');
}

/** All columns but the seal, in one text whose form only Postgres decides. */
const content = sql`jsonb_build_array(id, act, person_id, organization_id, system, subject, detail,
  extract(epoch from created_at))::text as content`;

/**
 * Seals what is unsealed, in the order of the ids. The lock waits for writers at work, so that no lower id can appear
 * after a higher one is sealed.
 * @returns how many rows were sealed; none when a long writer held the table
 */
export async function sealAudit(db: Database): Promise<number> {
  return db.transaction(sealNext).catch((error) => {
    if (isLockTimeout(error)) return 0;
    throw error;
  });
}

async function sealNext(tx: Database): Promise<number> {
  await tx.execute(sql.raw(`set local lock_timeout = '${patience}'`));
  await tx.execute(sql`lock table audit_entry in share row exclusive mode`);
  const [last] = await tx.execute<{ seal: string }>(
    sql`select seal from audit_entry where seal is not null order by id desc limit 1`,
  );
  const rows = await tx.execute<Row>(
    sql`select id, ${content} from audit_entry where seal is null order by id limit ${batch}`,
  );
  await writeSeals(tx, last?.seal ?? beginning, rows);
  return rows.length;
}

/** SQLSTATE 55P03, lock_not_available; drizzle wraps what the driver throws. */
function isLockTimeout(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '55P03';
}

async function writeSeals(tx: Database, start: string, rows: readonly Row[]): Promise<void> {
  let previous = start;
  const seals = rows.map((row) => {
    previous = sealOf(previous, row.content);
    return { id: row.id, seal: previous };
  });
  if (seals.length === 0) return;
  await tx.execute(sql`update audit_entry a set seal = s.seal
    from json_to_recordset(${JSON.stringify(seals)}::text::json) as s(id bigint, seal text) where a.id = s.id`);
}

/**
 * Walks the whole chain.
 * @returns the id of the first row that does not fit its seal, null when all do
 */
export async function findBrokenSeal(db: Database): Promise<string | null> {
  let previous = beginning;
  let after = '0';
  for (;;) {
    const rows = await db.execute<Row & { seal: string }>(
      sql`select id, seal, ${content} from audit_entry where seal is not null and id > ${after}::bigint
        order by id limit ${batch}`,
    );
    for (const row of rows) {
      if (row.seal !== sealOf(previous, row.content)) return row.id;
      previous = row.seal;
      after = row.id;
    }
    if (rows.length < batch) return null;
  }
}
