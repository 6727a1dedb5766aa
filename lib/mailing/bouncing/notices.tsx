// Who is told of addresses, and in which words.
import { createTranslator } from 'next-intl';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { liftSuppression } from './lift-suppression';
import { findEndedStop } from './queries';

/**
 * The provider forgets its own stop first, where there is one; then the test mail goes out.
 * @param fact `mailing.address.resumed`
 */
export async function tellResumed(ctx: Context, fact: Fact): Promise<void> {
  const stopId = String(fact.stopId);
  const stop = await findEndedStop(ctx, stopId);
  if (!stop) return;
  const { resend } = env();
  if (resend) await liftSuppression(stop.email, resend);
  const locale = stop.locale ?? 'it';
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'answers' });
  const letter = writeLetter({
    locale,
    subject: t('resumed.subject'),
    paragraphs: [t('greeting', { name: stop.name ?? stop.email }), t('resumed.line'), t('resumed.nothing')],
    footer: t('footer'),
  });
  await queueMail(ctx.db, { to: stop.email, ...letter }, `resumed:${stopId}`);
}
