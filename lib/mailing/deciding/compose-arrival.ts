// The words of a mail as a post shows them: the writer's own, and the rest to be folded, masked.
import { cutAtLine } from '@/lib/text/cut-at-line';
import { documentToHtml } from '@/lib/text/document-to-html';
import { textToDocument } from '@/lib/text/text-to-document';
import type { ParsedMail } from '../model';
import { trimMail } from '../trimming/trim-mail';
import { maskCertain } from './model';

/** `masked`: how many personal data were masked in the folded part. */
export type ComposedArrival = { text: string; quotedHtml: string | null; masked: number };

/** Characters of the folded part that are kept beside the post; the mail itself is kept whole. */
const longestFolded = 200_000;
/** Where a picture stood in a mail in HTML: it is shown below the text. */
const imagePlace = /\[cid:[^\]\n]{0,300}\]/g;

export function composeArrival(mail: Pick<ParsedMail, 'plain' | 'html' | 'subject'>): ComposedArrival {
  const { text, folded } = trimMail({ text: mail.plain, html: mail.html, subject: mail.subject });
  const [beginning] = cutAtLine(folded, longestFolded);
  const clean = maskCertain(beginning.replace(imagePlace, '').trim());
  return {
    text: text.replace(imagePlace, '').trim(),
    quotedHtml: clean.text === '' ? null : documentToHtml(textToDocument(clean.text)),
    masked: clean.masked,
  };
}
