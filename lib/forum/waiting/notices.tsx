// On Monday morning coordinators are told which questions wait for an answer.
import { eq } from 'drizzle-orm';
import { createTranslator } from 'next-intl';
import { unansweredWeek } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { type ThreadRow, threadAddress } from '../model';
import { daysWaiting, weekToTell } from './model';
import { type Coordinator, listCoordinators, listWaiting } from './queries';

/**
 * Called each hour of the day: the row of the week is written with the letters, so that they go out once. A week in which
 * nothing waits has its row too, and no letter.
 */
export async function tellWaiting(ctx: Context): Promise<void> {
  const week = weekToTell(ctx.now);
  if (!week) return;
  await ctx.db.transaction(async (db) => {
    const [begun] = await db
      .insert(unansweredWeek)
      .values({ week, letters: 0 })
      .onConflictDoNothing()
      .returning({ week: unansweredWeek.week });
    if (!begun) return;
    let letters = 0;
    for (const coordinator of await listCoordinators({ ...ctx, db })) {
      const { rows, total } = await listWaiting({ ...ctx, db, actor: coordinator });
      if (total === 0) continue;
      await queueMail(db, { to: coordinator.email, ...letter(coordinator, rows, total, ctx.now) });
      letters += 1;
    }
    await db.update(unansweredWeek).set({ letters }).where(eq(unansweredWeek.week, week));
  });
}

function letter({ name, locale: chosen }: Coordinator, rows: readonly ThreadRow[], total: number, now: Date) {
  const locale = chosen ?? 'it';
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'mail' });
  const { publicUrl } = env();
  const more = total - rows.length;
  return writeLetter({
    locale,
    subject: t('waiting.subject', { count: total }),
    paragraphs: [t('greeting', { name }), t('waiting.intro', { count: total })],
    items: rows.map((row) => ({
      label: row.title,
      url: publicUrl + threadAddress(row),
      note: t('waiting.item', {
        area: row.areaName,
        name: row.startedBy.name,
        organization: row.startedBy.organization?.name ?? 'nobody',
        days: daysWaiting(row, now),
      }),
    })),
    action: { label: t('waiting.action'), url: `${publicUrl}/forum` },
    notes: more > 0 ? [t('waiting.more', { count: more })] : [],
    footer: t('footer'),
  });
}
