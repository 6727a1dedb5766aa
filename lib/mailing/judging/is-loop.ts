// Whether a mail is one of our own coming back, through another list or a forwarding rule: it is dropped (MAIL.md E25).
import type { ParsedMail } from '../model';
import type { Known } from './model';

/**
 * Only the outermost headers count: a mail passed on as an attachment is its sender's. Two lists that hold each other
 * among their members are stopped by any of these signs, whichever of them the other list takes away.
 */
export function isLoop(
  mail: Pick<ParsedMail, 'headers' | 'listId' | 'sender' | 'messageId'>,
  { domain, ownAddresses }: Pick<Known, 'domain' | 'ownAddresses'>,
): boolean {
  const { headers, listId, sender, messageId } = mail;
  const marks = (headers.get('x-loop') ?? []).join(' ').toLowerCase();
  return (
    headers.has('x-raccordo') ||
    marks.includes(`@${domain}`) ||
    ownAddresses.some((address) => marks.includes(address)) ||
    listId === domain ||
    listId?.endsWith(`.${domain}`) === true ||
    messageId?.toLowerCase().endsWith(`@${domain}`) === true ||
    (sender !== null && ownAddresses.includes(sender.address))
  );
}
