// Tells a person by mail what was done to their second factor, so that nobody else does it unseen.
import { eq } from 'drizzle-orm';
import { createTranslator } from 'next-intl';
import { person } from '@/db/schema';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { factorEvents } from './model';

/** @param fact `auth.second-factor.changed` */
export async function tellSecondFactor(ctx: Context, { personId, event: said }: Fact): Promise<void> {
  const event = factorEvents.find((one) => one === said);
  const { email, name, locale: chosen } = person;
  const [self] = await ctx.db
    .select({ email, name, chosen })
    .from(person)
    .where(eq(person.id, String(personId)));
  if (!self?.email || !event) return;
  const locale = self.chosen ?? 'it';
  const t = createTranslator({ locale, messages: messages[locale], namespace: 'mail' });
  const letter = writeLetter({
    locale,
    subject: t('secondFactor.subject'),
    paragraphs: [t('greeting', { name: self.name }), t(`secondFactor.${event}`), t('secondFactor.notYou')],
    action: { label: t('secondFactor.action'), url: `${env().publicUrl}/profilo/secondo-fattore` },
    footer: t('footer'),
  });
  await queueMail(ctx.db, { to: self.email, ...letter });
}
