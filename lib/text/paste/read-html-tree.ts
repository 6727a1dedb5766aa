// Reads HTML into the light tree on the server, where there is no browser to parse it.
import { Parser } from 'htmlparser2';
import { appendWords, deepestElement, type Element, isDropped } from './html-tree';

/** Nobody wrote what is deeper: reading ends, or it would take long. */
const absurd = 400;
const longest = 10_000_000;

/** @returns an element named `body` that holds everything; reading is linear and never throws */
export function readHtmlTree(html: string): Element {
  const body: Element = { name: 'body', attributes: {}, children: [] };
  const open: Element[] = [body];
  let depth = 0;
  let droppedAt = 0;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        depth += 1;
        if (depth > absurd) parser.pause();
        if (droppedAt === 0 && isDropped(name)) droppedAt = depth;
        if (droppedAt > 0 || depth > deepestElement) return;
        const element = { name, attributes, children: [] };
        open.at(-1)?.children.push(element);
        open.push(element);
      },
      ontext(words) {
        if (droppedAt === 0) appendWords(open.at(-1) ?? body, words);
      },
      onclosetag() {
        if (droppedAt === 0 && depth <= deepestElement) open.pop();
        if (droppedAt === depth) droppedAt = 0;
        depth -= 1;
      },
    },
    { decodeEntities: true },
  );
  parser.end(withoutClipboardHead(html.slice(0, longest)));
  return body;
}

/** Windows puts a list of offsets before the HTML it hands over. */
function withoutClipboardHead(html: string): string {
  return /^Version:\d/.test(html) ? html.slice(Math.max(0, html.indexOf('<'))) : html;
}
