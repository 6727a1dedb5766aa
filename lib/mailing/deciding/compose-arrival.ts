// The words of a mail as a post shows them: the writer's own, and the rest to be folded, masked.
import { cutAtLine } from '@/lib/text/cut-at-line';
import { documentToHtml } from '@/lib/text/document-to-html';
import { textToDocument } from '@/lib/text/text-to-document';
import type { ParsedMail } from '../model';
import { trimMail } from '../trimming/trim-mail';
import { maskCertain } from './model';

/**
 * `pieces`: the text, parted by the Content-IDs of the images between; `masked`: how many personal data were masked in the
 * folded part.
 */
export type ComposedArrival = {
  text: string;
  pieces: readonly (string | { contentId: string })[];
  quotedHtml: string | null;
  masked: number;
};

/** Characters of the folded part that are kept beside the post; the mail itself is kept whole. */
const longestFolded = 200_000;
/** Where a picture stood in a mail in HTML. */
const imagePlace = /\[cid:([^\]\n]{0,300})\]/g;

export function composeArrival(mail: Pick<ParsedMail, 'plain' | 'html' | 'subject'>): ComposedArrival {
  const { text, folded } = trimMail({ text: mail.plain, html: mail.html, subject: mail.subject });
  const [beginning] = cutAtLine(folded, longestFolded);
  const clean = maskCertain(beginning.replace(imagePlace, '').trim());
  return {
    text: text.replace(imagePlace, '').trim(),
    pieces: piecesOf(text),
    quotedHtml: clean.text === '' ? null : documentToHtml(textToDocument(clean.text)),
    masked: clean.masked,
  };
}

/** Text and Content-IDs in turn, as `split` with a group gives them (MAIL.md E51). */
function piecesOf(text: string): ComposedArrival['pieces'] {
  return text.split(imagePlace).map((piece, index) => (index % 2 === 0 ? piece : { contentId: piece }));
}
