// The way out: hands a mail to the SMTP server of the settings.
import { createTransport } from 'nodemailer';
import { env } from '@/lib/env';
import type { OutgoingMail } from './queue-mail';

const senderName = 'Raccordo';

/** Not `All`, which would silence Exchange's non-delivery reports too (MAIL.md E65). */
const suppressed = 'DR, RN, NRN, OOF, AutoReply';

/**
 * Returns once the server has taken the mail. Marked as written by a machine, so that no absence notice answers it.
 * @throws what the server answered; the queue tries again later
 */
export async function sendMail(mail: OutgoingMail): Promise<void> {
  const { smtpUrl, mailFrom } = env();
  if (!smtpUrl) throw new Error('The setting SMTP_URL is missing: no mail can leave.');
  const transport = createTransport(smtpUrl);
  try {
    await transport.sendMail({
      from: { name: senderName, address: mailFrom },
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': suppressed },
    });
  } finally {
    transport.close();
  }
}
