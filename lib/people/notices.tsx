// Who is told of what happens in this room, and in which words.
import { createTranslator } from 'next-intl';
import type { Context } from '@/lib/core/context';
import { looksCertified } from '@/lib/core/email';
import { dayWords } from '@/lib/core/time';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { findInvitation, type InvitationView } from './seats/queries';

/**
 * Tells an invited person who invites them, to what and until when. The letter holds no secret, since signing in has its
 * own link; it names its invitation, so that the page it leads to can say when that is over.
 * @param fact `people.person.invited`
 */
export async function tellInvited(ctx: Context, fact: Fact): Promise<void> {
  const seatId = String(fact.seatId);
  const invitation = await findInvitation(ctx, seatId);
  if (!invitation) return;
  await queueMail(ctx.db, { to: invitation.email, ...invitationLetter(invitation) }, `invitation:${seatId}`);
}

function invitationLetter(invitation: InvitationView) {
  const { email, name, locale, role, organization, invitedBy, sentAt, expiresAt } = invitation;
  const language = locale ?? 'it';
  const t = createTranslator({ locale: language, messages: messages[language], namespace: 'mail' });
  const intro = { organization, role: t(`roles.${role}`) };
  const until = dayWords(expiresAt, sentAt, language).full;
  return writeLetter({
    locale: language,
    subject: t('invitation.subject', { organization }),
    paragraphs: [
      t('greeting', { name }),
      invitedBy ? t('invitation.introBy', { ...intro, invitedBy }) : t('invitation.intro', intro),
      t('invitation.about'),
      t('invitation.until', { until }),
    ],
    action: { label: t('invitation.action'), url: placeOf(invitation) },
    notes: [
      t('invitation.how', { address: email }),
      ...(looksCertified(email) ? [t('invitation.certified')] : []),
    ],
    footer: t('footer'),
  });
}

function placeOf({ email, id }: InvitationView): string {
  const url = new URL('/accesso', env().publicUrl);
  url.searchParams.set('indirizzo', email);
  url.searchParams.set('invito', id);
  return url.href;
}
