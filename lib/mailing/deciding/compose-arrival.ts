// The words of a mail as a post shows them: the writer's own, and the rest to be folded, masked.
import { cutAtLine } from '@/lib/text/cut-at-line';
import { documentToHtml } from '@/lib/text/document-to-html';
import { textToDocument } from '@/lib/text/text-to-document';
import type { MailFile, ParsedMail } from '../model';
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

type Words = Pick<ParsedMail, 'plain' | 'html' | 'subject'>;

/** @param files those of the own text: where an image of theirs stands is said by the HTML, and by few plain parts */
export function composeArrival(mail: Words, files: readonly MailFile[]): ComposedArrival {
  const { html, subject } = mail;
  const plain = files.some((file) => stands(file, html ?? '') && !stands(file, mail.plain)) ? '' : mail.plain;
  const { text, folded } = trimMail({ text: plain, html, subject });
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

function stands({ inline, contentId }: MailFile, words: string): boolean {
  return inline && contentId !== null && words.includes(`cid:${contentId}`);
}
