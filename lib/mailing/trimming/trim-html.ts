// Parts the words of a mail written in HTML: its program's elements say where the other message begins, the rest is read as plain text (MAIL.md E47).
import { htmlToText } from '@/lib/text/html-to-text';
import { markHtml } from './mark-html';
import type { TrimmedReply } from './model';
import { partText } from './part-text';
import { trimReply } from './trim-reply';

/**
 * Images that came with the mail stand in the text as `[cid:…]` where they stood; no other image is named (E51).
 * @param forwarded the subject says that a message is passed on: then it stays, as a quote (E45)
 */
export function trimHtml(html: string, { forwarded = false } = {}): TrimmedReply {
  const marked = markHtml(html);
  const { text, quoted } = partText(htmlToText(marked.html), { forwarded, signed: true });
  if (text === '') return trimReply(marked.beyond, { forwarded });
  return { text, quoted: [quoted, marked.beyond].filter((each) => each !== '').join('\n\n') };
}
