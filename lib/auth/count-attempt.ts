// Mild limits on what anybody may ask for again and again, counted in Postgres so that all web processes share them.
import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';

export type Limit = {
  /** What is limited, e.g. `sign-in-address`. */
  readonly name: string;
  readonly hits: number;
  /** Milliseconds. */
  readonly window: number;
  /** What is said beyond it. */
  readonly reason?: 'too-many-links' | 'too-many-feeds' | 'too-many-confirmations' | 'too-many-codes';
};

/**
 * One statement counts and decides, so that simultaneous requests cannot slip through together. The key is kept as a
 * hash: the table says nothing about who was looked for.
 * @throws Refusal `too-many` beyond the limit, until its window has passed
 */
export async function countAttempt(ctx: Context, limit: Limit, key: string): Promise<void> {
  const stored = `${limit.name}:${createHash('sha256').update(key).digest('hex')}`;
  const now = ctx.now.toISOString();
  const windowBegin = new Date(ctx.now.getTime() - limit.window).toISOString();
  const [row] = await ctx.db.execute<{ hits: number }>(sql`
    insert into rate_limit as r (key, window_start, hits) values (${stored}, ${now}::timestamptz, 1)
    on conflict (key) do update set
      hits = case when r.window_start <= ${windowBegin}::timestamptz then 1 else r.hits + 1 end,
      window_start = case when r.window_start <= ${windowBegin}::timestamptz then ${now}::timestamptz
        else r.window_start end
    returning hits`);
  if ((row?.hits ?? 0) > limit.hits) throw new Refusal('too-many', limit.reason ?? 'too-many-links');
}
