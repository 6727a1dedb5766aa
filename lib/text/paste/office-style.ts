// Reads what Word, Outlook, Excel and Google Docs say only in styles and class names.
import type { Element } from './html-tree';

export type ListMark = { list: string; level: number };

/** The style of an element, lower-case, without blanks around colons: `mso-list:l0 level1 lfo1;font-weight:bold`. */
export function styleOf(element: Element): string {
  const style = element.attributes.style ?? '';
  if (style.length > 5_000) return '';
  const parts = style.toLowerCase().split(/([:;])/);
  return parts.map((part, index) => trimmedAt(part, index > 0, index < parts.length - 1)).join('');
}

/** A sign before it takes the blanks at its beginning, a sign behind it those at its end. */
function trimmedAt(part: string, start: boolean, end: boolean): string {
  const begun = start ? part.trimStart() : part;
  return end ? begun.trimEnd() : begun;
}

/** Hidden text, comments and their anchors, tracked deletions, and the sender's signature were never meant to travel. */
export function isUnwanted(element: Element): boolean {
  const { name, attributes } = element;
  if (name === 'del' || 'hidden' in attributes || /^MsoComment/.test(attributes.class ?? '')) return true;
  return hiddenStyle.test(styleOf(element)) || isSignature(element);
}

const hiddenStyle =
  /(?:^|;)(?:display:none|visibility:hidden|mso-hide:all|mso-list:ignore|mso-element:comment)/;

function isSignature({ attributes }: Element): boolean {
  const { id = '', class: names = '', style = '' } = attributes;
  return (
    /^(?:x_)*(?:ms-outlook-mobile-)?signature$/i.test(id) ||
    /(?:^|\s)(?:gmail_signature(?:_prefix)?|moz-signature)(?:\s|$)/.test(names) ||
    /mso-bookmark:\s*["']?_?MailAutoSig/i.test(style)
  );
}

/** Where a paragraph that looks like a list item belongs; Word writes lists as paragraphs. */
export function listMarkOf(element: Element): ListMark | undefined {
  const found = /(?:^|;)mso-list:(l\d+) level(\d) (lfo\d+)/.exec(styleOf(element));
  return found && element.name !== 'li'
    ? { list: `${found[1]} ${found[3]}`, level: Number(found[2]) }
    : undefined;
}

/** Level of a heading that is one by its class only, in Italian or English Word: `MsoTitle`, `Titolo2`, `Heading1`. */
export function headingLevelOf(element: Element): number | undefined {
  const names = element.attributes.class ?? '';
  if (/^(?:x_)?MsoTitle\b/.test(names)) return 2;
  if (/^(?:x_)?MsoSubtitle\b/.test(names)) return 3;
  const byClass = /^(?:x_)?(?:Mso)?(?:Heading|Titolo)([1-9])/.exec(names)?.[1];
  const byOutline = /(?:^|;)mso-outline-level:([1-6])/.exec(styleOf(element))?.[1];
  const level = byClass ?? byOutline;
  return level === undefined ? undefined : Number(level) + 1;
}
