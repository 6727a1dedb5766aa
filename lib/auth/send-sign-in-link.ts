// The worker's half of signing in: makes the link and mails it, or does nothing for whoever is not invited.
import { createTranslator } from 'next-intl';
import type { Locale } from '@/db/words';
import type { Context } from '@/lib/core/context';
import { writeLetter } from '@/lib/platform/mail/letter';
import { sendMail } from '@/lib/platform/mail/send-mail';
import { messages } from '@/messages';
import { createSignInLink } from './create-sign-in-link';
import { findInvited } from './find-invited';
import { linkLifetime } from './model';
import { signInJob } from './request-sign-in';

/**
 * Sent at once and not queued again: a valid link lies nowhere but in the mail. A second try makes a new link.
 * @param job the payload of `request-sign-in.ts`
 * @throws what the mail server answered
 */
export async function sendSignInLink(ctx: Context, job: unknown): Promise<void> {
  const { email, returnTo, shared, locale } = signInJob.parse(job);
  const invited = await findInvited(ctx.db, email, ctx.now);
  const link = await createSignInLink(ctx, email, returnTo, shared);
  if (!invited || !link) return;
  await sendMail({ to: invited.email, ...signInLetter(invited.locale ?? locale, invited.name, link) });
}

function signInLetter(locale: Locale, name: string, url: string) {
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'mail' });
  return writeLetter({
    locale,
    subject: t('signIn.subject'),
    paragraphs: [t('greeting', { name }), t('signIn.intro')],
    action: { label: t('signIn.action'), url },
    notes: [t('signIn.lifetime', { minutes: linkLifetime / 60_000 }), t('signIn.ignore')],
    footer: t('footer'),
  });
}
