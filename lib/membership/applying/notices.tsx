// The mail that confirms an address, and what the secretariat is told of who wants to know more.
import { eq } from 'drizzle-orm';
import { createTranslator } from 'next-intl';
import { interest } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { Refusal } from '@/lib/core/refusal';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { sendMail } from '@/lib/platform/mail/send-mail';
import { messages } from '@/messages';
import { listOffice } from '../telling/queries';
import { confirmationJob, confirmationLifetime, type SealedLink } from './model';
import { openLink } from './open-link';

/**
 * Sent at once and not queued again: what was typed lies nowhere but in the sealed link. An expired link is not sent.
 * @param job the payload of `send-confirmation.ts` @throws what the mail server answered
 */
export async function sendConfirmationMail(ctx: Context, job: unknown): Promise<void> {
  const { link: sealed } = confirmationJob.parse(job);
  try {
    const link = openLink(sealed, ctx.now);
    await sendMail({ to: link.email, ...confirmationLetter(link, sealed) });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
  }
}

function confirmationLetter(link: SealedLink, sealed: string) {
  const { locale } = link;
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'adhesionMail' });
  const url = new URL('/adesione/conferma', env().publicUrl);
  url.searchParams.set('codice', sealed);
  const name = link.for === 'application' ? link.communeName : link.name;
  return writeLetter({
    locale,
    subject: t(`confirm.${link.for}.subject`, { name }),
    paragraphs: [t(`confirm.${link.for}.intro`, { name })],
    action: { label: t(`confirm.${link.for}.action`), url: url.href },
    notes: [t('confirm.lifetime', { hours: confirmationLifetime / 3_600_000 }), t('confirm.ignore')],
    footer: t('footer'),
  });
}

/** @param fact `membership.interest.confirmed` */
export async function tellInterest(ctx: Context, fact: Fact): Promise<void> {
  const [found] = await ctx.db
    .select()
    .from(interest)
    .where(eq(interest.id, String(fact.interestId)));
  if (!found) return;
  for (const { email, name, locale: chosen } of await listOffice(ctx, null)) {
    const locale = chosen ?? 'it';
    const t = createTranslator({ locale, messages: messages[locale], namespace: 'adhesionMail' });
    const letter = writeLetter({
      locale,
      subject: t('interest.subject', { name: found.name }),
      paragraphs: [
        t('greeting', { name }),
        t('interest.intro', { name: found.name, contact: found.contactName, email: found.email }),
        ...(found.message ? [found.message] : []),
      ],
      action: { label: t('interest.action'), url: `${env().publicUrl}/segreteria/adesioni` },
      footer: t('footer'),
    });
    await queueMail(ctx.db, { to: email, replyTo: found.email, ...letter }, `interest:${found.id}:${email}`);
  }
}
