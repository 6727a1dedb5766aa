// A message as it travels over SMTP: both texts beside each other, headers folded and encoded, marks left in one piece.
import MailComposer from 'nodemailer/lib/mail-composer';
import type { Form } from './form';
import { quotedPrintable } from './quoted-printable';

/** @returns RFC 5322 text, lines ended by CRLF */
export async function writeMime({ message, marks }: Form): Promise<string> {
  const composer = new MailComposer({
    from: message.from,
    to: message.to,
    replyTo: message.replyTo,
    subject: message.subject,
    messageId: `<${message.messageId}>`,
    date: message.sentAt,
    inReplyTo: message.inReplyTo ? `<${message.inReplyTo}>` : undefined,
    references: message.references.map((id) => `<${id}>`).join(' '),
    headers: message.headers,
    alternatives: [{ raw: part('plain', message.text, marks) }, { raw: part('html', message.html, marks) }],
  });
  return (await composer.compile().build()).toString();
}

function part(kind: 'plain' | 'html', text: string, marks: readonly string[]): string {
  const head = [`Content-Type: text/${kind}; charset=utf-8`, 'Content-Transfer-Encoding: quoted-printable'];
  return `${head.join('\r\n')}\r\n\r\n${quotedPrintable(text, marks)}`;
}
