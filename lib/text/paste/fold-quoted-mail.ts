// Puts the mail that stands quoted below a pasted one into a quote of its own: Outlook only draws a line above it.

import type { Element } from './html-tree';
import { styleOf } from './office-style';

const divider = /(?:^|;)border:none;border-top:solid #(?:e1e1e1|b5c4df) 1\.0pt/;

/** From the first dividing line on, all that follows it is the other mail; the line may stand some boxes deep. */
export function foldQuotedMail(element: Element): Element {
  const place = element.children.findIndex((child) => typeof child !== 'string' && isDivider(child));
  if (place >= 0) {
    const quote = { name: 'blockquote', attributes: {}, children: element.children.slice(place) };
    return { ...element, children: [...element.children.slice(0, place), quote] };
  }
  const within = element.children.findIndex((child) => typeof child !== 'string' && holdsDivider(child));
  return {
    ...element,
    children: element.children.map((child, index) =>
      index === within && typeof child !== 'string' ? foldQuotedMail(child) : child,
    ),
  };
}

/** A box that begins with the line is the line too: what follows the box is quoted as well. */
function isDivider(element: Element): boolean {
  if (/^(?:x_)*(?:divRplyFwdMsg|appendonsend)$/i.test(element.attributes.id ?? '')) return true;
  if (element.name !== 'div') return false;
  const [first] = element.children.filter((child) => typeof child !== 'string' || child.trim() !== '');
  return divider.test(styleOf(element)) || (typeof first === 'object' && isDivider(first));
}

function holdsDivider(element: Element): boolean {
  return element.children.some(
    (child) => typeof child !== 'string' && (isDivider(child) || holdsDivider(child)),
  );
}
