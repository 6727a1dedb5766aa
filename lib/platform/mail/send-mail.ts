// A mail the house writes by itself, handed to whichever way out the settings name.
import { newId } from '@/lib/core/ids';
import { env } from '@/lib/env';
import { MailRefused, type Message } from './message';
import { openTransport } from './open-transport';
import type { OutgoingMail } from './queue-mail';

const senderName = 'Raccordo';

/** Not `All`, which would silence Exchange's non-delivery reports too (MAIL.md E65). */
export const suppressed = 'DR, RN, NRN, OOF, AutoReply';

/**
 * Returns once the other side has taken the mail. Marked as written by a machine, so that no absence notice answers it
 * (RFC 3834).
 * @param mail with the same `id` it is the same mail, however often it is tried
 * @throws MailRefused, MailUnavailable
 */
export async function sendMail(mail: OutgoingMail & { readonly id?: string }): Promise<void> {
  const transport = openTransport();
  const id = mail.id ?? newId();
  const seal = await transport.print({ message: messageOf(mail, id), marks: [] });
  const [receipt] = await transport.send([seal([])], id);
  if (receipt?.taken === false) throw new MailRefused(mail.to, receipt.refusal);
}

function messageOf(mail: OutgoingMail, id: string): Message {
  const { mailFrom } = env();
  const { to, subject, text, html, replyTo, inReplyTo, references = [], autoSubmitted } = mail;
  return {
    from: { name: senderName, address: mailFrom },
    // Nothing comes back for an answer that was not asked for (RFC 3834 §3.3).
    envelopeFrom: autoSubmitted === 'auto-replied' ? '' : mailFrom,
    ...{ to, replyTo, subject, text, html, inReplyTo, references },
    messageId: `${id}@${mailFrom.split('@').at(-1)}`,
    sentAt: new Date(),
    headers: {
      'Auto-Submitted': autoSubmitted ?? 'auto-generated',
      'X-Auto-Response-Suppress': suppressed,
    },
  };
}
