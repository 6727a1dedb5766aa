// Reads the words out of a mail written in HTML only. Nothing of its dress, scripts or remote images survives.
import { convert } from 'html-to-text';
import { limitNesting } from './limit-nesting';

/** Longer than any letter: what lies beyond is in the raw mail. */
const longest = 2_000_000;

const options = {
  wordwrap: false as const,
  preserveNewlines: false,
  selectors: [
    { selector: 'img', format: 'skip' },
    { selector: 'style', format: 'skip' },
    { selector: 'script', format: 'skip' },
    {
      selector: 'a',
      options: { hideLinkHrefIfSameAsText: true, linkBrackets: false as const, noAnchorUrl: true },
    },
    { selector: 'a[href^="mailto:"]', format: 'inline' },
    { selector: 'hr', format: 'horizontalLine', options: { length: 32 } },
    { selector: 'blockquote', format: 'blockquote', options: { trimEmptyLines: true } },
    {
      selector: 'p.MsoNormal',
      format: 'paragraph',
      options: { leadingLineBreaks: 2, trailingLineBreaks: 2 },
    },
    ...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((selector) => ({
      selector,
      options: { uppercase: false, leadingLineBreaks: 2, trailingLineBreaks: 2 },
    })),
  ],
};

/** Quotes become `>` lines, so that the same trimmer reads them as in plain mails. */
export function htmlToText(html: string): string {
  return convert(limitNesting(html.slice(0, longest)), options)
    .replaceAll('\u00a0', ' ')
    .trim();
}
