// Who is told of what happens in this room, and in which words.
import { createTranslator } from 'next-intl';
import type { Context } from '@/lib/core/context';
import { looksCertified } from '@/lib/core/email';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { findInvitation, type InvitationView } from './queries';

/**
 * Tells an invited person where to enter; the letter holds no secret, since signing in has its own link.
 * @param fact `people.person.invited`
 */
export async function tellInvited(ctx: Context, fact: Fact): Promise<void> {
  const seatId = String(fact.seatId);
  const invitation = await findInvitation(ctx, seatId);
  if (!invitation) return;
  await queueMail(ctx.db, { to: invitation.email, ...invitationLetter(invitation) }, `invitation:${seatId}`);
}

function invitationLetter({ email, name, locale, role, organization }: InvitationView) {
  const language = locale ?? 'it';
  const t = createTranslator({ locale: language, messages: messages[language], namespace: 'mail' });
  const url = new URL('/accesso', env().publicUrl);
  url.searchParams.set('indirizzo', email);
  return writeLetter({
    locale: language,
    subject: t('invitation.subject', { organization }),
    paragraphs: [
      t('greeting', { name }),
      t('invitation.intro', { organization, role: t(`roles.${role}`) }),
      t('invitation.about'),
    ],
    action: { label: t('invitation.action'), url: url.href },
    notes: [
      t('invitation.how', { address: email }),
      ...(looksCertified(email) ? [t('invitation.certified')] : []),
    ],
    footer: t('footer'),
  });
}
