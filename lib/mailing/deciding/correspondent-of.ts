// To whom an answer to a mail goes, and which mail it answers.
import type { Correspondent } from '../answering/model';
import { isKnown } from '../judging/model';
import { type MailCase, maskAll } from './model';

/** Null where a mail says not who wrote it. */
export function correspondentOf({
  row,
  mail,
  known,
}: Pick<MailCase, 'row' | 'mail' | 'known'>): Correspondent | null {
  if (!mail.sender) return null;
  const person = known.sender?.person ?? null;
  return {
    email: mail.sender.address,
    name: person?.name ?? null,
    isOfNetwork: known.sender !== null && isKnown(known.sender),
    locale: person?.locale ?? 'it',
    mail: { id: row.id, messageId: mail.messageId, subject: maskAll(mail.subject) },
  };
}
