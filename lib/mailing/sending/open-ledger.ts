// The book of copies on their way: written before each copy leaves, so that after any death at most one copy a connection
// is in doubt. What several connections have to write while others write goes together into the next statement.
import { sql } from 'drizzle-orm';
import type { Database } from '@/db/client';
import type { DeliveryState } from '@/db/words';

/** `repeats` and `attempts` are added; `trouble` replaces what was there. */
export type LedgerLine = {
  id: string;
  state: DeliveryState;
  attempts?: number;
  repeats?: number;
  trouble?: string;
};

type Write = (lines: readonly LedgerLine[]) => Promise<void>;

/** Statements under way at once: while one waits for the disk, another gathers. */
const writers = 2;

/** One book for all threads that are sent at once: fewer statements wait for the disk. */
const opened = new WeakMap<Database, Write>();

/** @returns writes lines; it answers when they stand, and throws where they may not */
export function openLedger(db: Database): Write {
  const write = opened.get(db) ?? makeLedger(db);
  opened.set(db, write);
  return write;
}

function makeLedger(db: Database): Write {
  type Entry = { lines: readonly LedgerLine[]; resolve: () => void; reject: (error: unknown) => void };
  let waiting: Entry[] = [];
  let writing = 0;
  const writeAll = async () => {
    writing += 1;
    while (waiting.length > 0) {
      const entries = waiting;
      waiting = [];
      await write(
        db,
        entries.flatMap(({ lines }) => lines),
      ).then(
        () => entries.map(({ resolve }) => resolve()),
        (error) => entries.map(({ reject }) => reject(error)),
      );
    }
    writing -= 1;
  };
  return (lines) =>
    new Promise((resolve, reject) => {
      waiting.push({ lines, resolve, reject });
      if (writing < writers) void writeAll();
    });
}

async function write(db: Database, lines: readonly LedgerLine[]): Promise<void> {
  if (lines.length === 0) return;
  await db.execute(sql`update delivery set
      state = line.state,
      attempts = delivery.attempts + coalesce(line.attempts, 0),
      repeats = delivery.repeats + coalesce(line.repeats, 0),
      trouble = coalesce(line.trouble, delivery.trouble),
      sent_at = case when line.state = 'sent' then now() else delivery.sent_at end
    from json_to_recordset(${JSON.stringify(lines)}::text::json)
      as line(id uuid, state text, attempts int, repeats int, trouble text)
    where delivery.id = line.id`);
}
