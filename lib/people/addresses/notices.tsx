// Who is told of a change of address, and in which words: the new address with a link, the former one afterwards.
import { createTranslator } from 'next-intl';
import type { Context } from '@/lib/core/context';
import { env } from '@/lib/env';
import type { Fact } from '@/lib/platform/jobs/announce';
import { writeLetter } from '@/lib/platform/mail/letter';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { messages } from '@/messages';
import { addressLinkPath } from './model';
import { findAddressee } from './queries';
import { sealAddress } from './seal-address';

/**
 * The link works only for the person themselves, signed in.
 * @param fact `people.address.asked`
 */
export async function tellAddressAsked(ctx: Context, fact: Fact): Promise<void> {
  const change = { personId: String(fact.personId), email: String(fact.email), until: Number(fact.until) };
  const to = await findAddressee(ctx, change.personId);
  if (!to || change.until <= ctx.now.getTime()) return;
  const t = createTranslator({ locale: to.locale, messages: messages[to.locale], namespace: 'mail' });
  const letter = writeLetter({
    locale: to.locale,
    subject: t('addressAsked.subject'),
    paragraphs: [t('greeting', { name: to.name }), t('addressAsked.intro')],
    action: {
      label: t('addressAsked.action'),
      url: new URL(addressLinkPath(change, sealAddress(change)), env().publicUrl).href,
    },
    notes: [t('addressAsked.lifetime'), t('addressAsked.ignore')],
    footer: t('footer'),
  });
  await queueMail(ctx.db, { to: change.email, ...letter }, `address-asked:${change.personId}`);
}

/**
 * Whoever did not do it themselves learns of it where they used to.
 * @param fact `people.address.changed`
 */
export async function tellAddressChanged(ctx: Context, fact: Fact): Promise<void> {
  const personId = String(fact.personId);
  const to = await findAddressee(ctx, personId);
  if (!to) return;
  const t = createTranslator({ locale: to.locale, messages: messages[to.locale], namespace: 'mail' });
  const letter = writeLetter({
    locale: to.locale,
    subject: t('addressChanged.subject'),
    paragraphs: [t('greeting', { name: to.name }), t('addressChanged.intro'), t('addressChanged.wrong')],
    footer: t('footer'),
  });
  await queueMail(ctx.db, { to: String(fact.former), ...letter }, `address-changed:${personId}`);
}
