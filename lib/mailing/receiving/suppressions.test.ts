import { isNull } from 'drizzle-orm';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { bounce, mailStop, providerEvent } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { testDatabase } from '@/lib/testing/database';
import { signEvent, webhookSecret } from '@/lib/testing/resend-inbox';
import { createWorld, worldEmail } from '@/lib/testing/world';
import { noteBounce } from '../bouncing/note-bounce';
import { handleEvent } from './handle-event';
import { takeInEvent } from './take-in-event';

process.env.RESEND_API_KEY = 're_test';
process.env.RESEND_WEBHOOK_SECRET = webhookSecret;

const database = await testDatabase();
const { db } = database;
const ctx = (): Context => ({ db, actor: { kind: 'system', name: 'worker' }, now: new Date() });

beforeAll(async () => {
  await createWorld(db);
});

beforeEach(async () => {
  for (const table of [mailStop, bounce, providerEvent]) await db.delete(table);
});

async function tell(event: object): Promise<void> {
  const signed = signEvent(event);
  await takeInEvent(ctx(), signed);
  await handleEvent(ctx(), { eventId: signed.id });
}

const listed = (type: string, second: number) => ({
  ...{ type, created_at: new Date(Date.UTC(2026, 8, 10, 9, 0, second)).toISOString() },
  data: { email: worldEmail('matteo'), origin: 'manual' },
});

test.each([
  [
    'put on and taken off',
    [
      ['added', 1],
      ['removed', 2],
    ],
    false,
  ],
  [
    'taken off before it is told to have been put on',
    [
      ['removed', 2],
      ['added', 1],
    ],
    false,
  ],
  [
    'put on again, the taking off told last',
    [
      ['added', 1],
      ['added', 3],
      ['removed', 2],
    ],
    true,
  ],
  [
    'put on after it was taken off, told first',
    [
      ['added', 3],
      ['removed', 2],
    ],
    true,
  ],
  [
    'put on again',
    [
      ['added', 1],
      ['removed', 2],
      ['added', 3],
    ],
    true,
  ],
] as const)(
  'E81: %s: what happened last counts, in whatever order it is told',
  async (_, told, isStopped) => {
    for (const [what, second] of told) {
      await tell(listed(`suppression.${what}`, second));
    }
    expect(await db.$count(mailStop, isNull(mailStop.resumedAt))).toBe(isStopped ? 1 : 0);
  },
);

test.each([true, false])(
  'E81: taking off does not lift what a server refused since: %s',
  async (isListed) => {
    if (isListed) await tell(listed('suppression.added', 1));
    const said = { status: '5.1.1', diagnostic: null, mailId: null, eventId: null };
    const news = { ...said, deliveryId: null, email: worldEmail('matteo') };
    await db.transaction((tx) => noteBounce({ ...ctx(), db: tx }, { ...news, kind: 'permanent' }));
    await tell(listed('suppression.removed', 2));
    expect(await db.$count(mailStop, isNull(mailStop.resumedAt))).toBe(1);
  },
);
