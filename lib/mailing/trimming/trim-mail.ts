// Trims a whole mail: its plain text when it has one worth reading, else its HTML (MAIL.md E40–E49).
import { normalizeSubject } from '@/lib/text/normalize-subject';
import type { TrimmedMail } from './model';
import { trimHtml } from './trim-html';
import { trimReply } from './trim-reply';

/** What programs write into the plain part when they mean: look at the other one. */
const stub =
  /\bhtml\b[^.]{0,80}(?:formato|format|visualizz|client|programma|display|view|support|anzeig|affich)|(?:formato|format|visualizz|client|view|support)[^.]{0,80}\bhtml\b/i;
const longestStub = 400;

export type MailWords = {
  /** Plain text and HTML of the same message, decoded; empty or absent when it has none. */
  text?: string | null;
  html?: string | null;
  subject?: string;
};

/** The subject says whether a message is passed on (E45). `text` holds `[cid:…]` for images out of HTML (E51). */
export function trimMail({ text, html, subject = '' }: MailWords): TrimmedMail {
  const { forwarded } = normalizeSubject(subject);
  const plain = text ?? '';
  const usesHtml = (html ?? '').trim() !== '' && isStub(plain);
  const trimmed = usesHtml ? trimHtml(html ?? '', { forwarded }) : trimReply(plain, { forwarded });
  return { text: trimmed.text, folded: trimmed.quoted };
}

function isStub(plain: string): boolean {
  const words = plain.slice(0, longestStub + 1).trim();
  return words === '' || (plain.length <= longestStub && stub.test(words));
}
