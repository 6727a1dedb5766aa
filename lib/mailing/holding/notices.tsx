// Who is told of held mails, and in which words.
import { createTranslator } from 'next-intl';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { answerMail } from '../answering/answer-mail';
import { maskAll } from '../deciding/model';
import { mailDomain } from '../tokens/mail-domain';
import { addressPrefixes } from '../tokens/model';
import { signId } from '../tokens/sign-id';
import {
  findHeldMail,
  findRefusedMail,
  type HeldMail,
  isFloodKnown,
  listModerators,
  type Moderator,
} from './queries';

/**
 * Asks the coordinators of where a mail would go, who decide by a link or by answering. Of a sender who writes without
 * end they hear once an hour; the other mails wait in the office.
 * @param fact `mailing.mail.held`
 */
export async function tellHeld(ctx: Context, fact: Fact): Promise<void> {
  const held = await findHeldMail(ctx, String(fact.mailId));
  if (!held || (await isFloodKnown(ctx, held.id))) return;
  const moderators = await listModerators(
    ctx,
    held.areas.map(({ id }) => id),
  );
  const token = signId('held', held.id);
  const replyTo = `${addressPrefixes.held}${token}@${mailDomain()}`;
  for (const moderator of moderators) {
    const letter = heldLetter(held, moderator, token);
    const key = `held:${held.id}:${moderator.personId}`;
    await queueMail(ctx.db, { to: moderator.email, replyTo, ...letter }, key);
  }
}

function heldLetter(held: HeldMail, { name, locale }: Moderator, token: string) {
  const language = locale ?? 'it';
  const t = createTranslator({ locale: language, messages: messages[language], namespace: 'answers' });
  const subject = maskAll(held.subject) || t('noSubject');
  const area = held.areas.map((each) => each.name).join(', ');
  return writeLetter({
    locale: language,
    subject: t('held.subject', { subject }),
    paragraphs: [
      t('greeting', { name }),
      area === '' ? t('held.noArea') : t('held.line', { area }),
      t('held.from', { sender: held.sender ?? '–' }),
      t('held.about', { subject }),
      t('held.why', { reason: t(`held.reasons.${held.reason}`) }),
    ],
    action: { label: t('held.action'), url: new URL(`/posta/trattenute/${token}`, env().publicUrl).href },
    notes: [t('held.how')],
    footer: t('footer'),
  });
}

/**
 * Tells the writer of a mail that a moderator refused it, and why, unless such a mail is not answered (MAIL.md E26, E27).
 * @param fact `mailing.mail.refused`
 */
export async function tellRefused(ctx: Context, fact: Fact): Promise<void> {
  const refused = await findRefusedMail(ctx, String(fact.mailId));
  if (!refused?.sender || !refused.mayAnswer) return;
  const { id, messageId, subject, sender: email, name, locale, because } = refused;
  const to = {
    email,
    name,
    isOfNetwork: name !== null,
    locale: locale ?? 'it',
    mail: { id, messageId, subject: maskAll(subject) },
  };
  await ctx.db.transaction((db) =>
    answerMail({ ...ctx, db }, to, {
      ...{ kind: 'refused', reason: 'refused-by-moderator', because: because ?? '' },
    }),
  );
}
