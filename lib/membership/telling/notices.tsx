// Every step is told to both sides, and terms are reminded of before and after they pass.
import { createTranslator } from 'next-intl';
import { membershipReminder } from '@/db/schema';
import type { Locale } from '@/lib/core/actor';
import type { Context } from '@/lib/core/context';
import { dayWords, isoDay } from '@/lib/core/time';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { type ReminderDays, reminderDue } from '../reminding/model';
import type { StepNews, Told } from './model';
import { findStepNews, listTerms } from './queries';

type Side = 'others' | 'office';

/** @param fact `membership.step.taken` */
export async function tellStep(ctx: Context, fact: Fact): Promise<void> {
  const news = await findStepNews(ctx, String(fact.stepId));
  if (!news) return;
  for (const side of ['others', 'office'] as const) {
    for (const told of news[side]) {
      const letter = stepLetter(news, side, told);
      await queueMail(ctx.db, { to: told.email, ...letter }, `step:${news.stepId}:${side}:${told.email}`);
    }
  }
}

function wordsFor(told: Told) {
  const locale: Locale = told.locale ?? 'it';
  return { locale, t: createTranslator({ locale, messages: messages[locale], namespace: 'adhesionMail' }) };
}

function fullDay(iso: string, locale: Locale): string {
  const at = new Date(`${iso}T12:00:00Z`);
  return dayWords(at, at, locale).full;
}

function stepLetter(news: StepNews, side: Side, told: Told) {
  const { locale, t } = wordsFor(told);
  const { deed, organization, reason, into } = news;
  const day = fullDay(news.takenOn, locale);
  const said = side === 'others' ? t(`steps.${deed}`, { organization, day, into: into ?? '' }) : null;
  const done = t(`deeds.${deed}`);
  return writeLetter({
    locale,
    subject:
      side === 'others'
        ? t(`subjects.${deed}`, { organization })
        : t('office.subject', { organization, done }),
    paragraphs: [
      t('greeting', { name: told.name }),
      said ?? t('office.intro', { organization, done, day, into: into ?? '' }),
      ...(reason ? [t('reason', { reason })] : []),
      ...(news.termOn
        ? [t(deed === 'withdraw' ? 'endsOn' : 'term', { day: fullDay(news.termOn, locale) })]
        : []),
    ],
    action: actionOf(news, side, told, t),
    footer: t('footer'),
  });
}

type Words = ReturnType<typeof wordsFor>['t'];

function actionOf({ link, slug, deed }: StepNews, side: Side, told: Told, t: Words) {
  const { publicUrl } = env();
  if (side === 'office')
    return { label: t('office.action'), url: `${publicUrl}/segreteria/adesioni/${encodeURIComponent(slug)}` };
  if (link?.to === told.email) return { label: t('continue'), url: publicUrl + link.path };
  if (deed === 'refuse' || deed === 'lapse' || deed === 'invite')
    return { label: t('again'), url: `${publicUrl}/adesione` };
  return { label: t('see'), url: `${publicUrl}/enti/${encodeURIComponent(slug)}` };
}

/**
 * Called each morning. The row of a reminder is written with its letters, so that each goes out once, and one that a dead
 * worker missed goes out the next day.
 * @returns how many terms were reminded of
 */
export async function remind(ctx: Context): Promise<number> {
  const today = isoDay(ctx.now);
  let reminded = 0;
  for (const { stepId, termOn } of await listTerms(ctx)) {
    const days = reminderDue(termOn, today);
    if (days !== null && (await remindOf(ctx, stepId, days))) reminded += 1;
  }
  return reminded;
}

async function remindOf(ctx: Context, stepId: string, days: ReminderDays): Promise<boolean> {
  return ctx.db.transaction(async (db) => {
    const written = await db
      .insert(membershipReminder)
      .values({ stepId, days, sentAt: ctx.now })
      .onConflictDoNothing()
      .returning({ days: membershipReminder.days });
    const news = written.length > 0 ? await findStepNews({ ...ctx, db }, stepId) : null;
    if (!news) return false;
    for (const side of ['others', 'office'] as const) {
      for (const told of news[side])
        await queueMail(db, { to: told.email, ...reminderLetter(news, side, told, days) });
    }
    return true;
  });
}

function reminderLetter(news: StepNews, side: Side, told: Told, days: ReminderDays) {
  const { locale, t } = wordsFor(told);
  const values = { organization: news.organization, day: fullDay(news.termOn ?? news.takenOn, locale) };
  const kind = news.deed === 'withdraw' ? 'withdraw' : 'ask';
  return writeLetter({
    locale,
    subject: t(`reminders.${kind}.${days < 0 ? 'before' : 'after'}.subject`, values),
    paragraphs: [
      t('greeting', { name: told.name }),
      t(`reminders.${kind}.${days < 0 ? 'before' : 'after'}.intro`, values),
      ...(kind === 'ask' && news.reason ? [t('reason', { reason: news.reason })] : []),
    ],
    action: actionOf(news, side, told, t),
    footer: t('footer'),
  });
}
