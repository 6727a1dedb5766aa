// A text as mails carry it: no pictures but links to them, addresses in full, and never longer than mail programs show.
import { documentToHtml } from './document-to-html';
import { documentToText } from './document-to-text';
import type { TextDocument } from './schema';
import { textToDocument } from './text-to-document';

/** Bytes of HTML; mail programs fold what is longer than 100 kB with everything around it (MAIL.md E66). */
const mostBytes = 80_000;

export type MailText = {
  html: string;
  text: string;
  /** Whether something was left out at the end. */
  isCut: boolean;
};

/** @param origin of the site, to which addresses that begin with `/` lead */
export function documentToMail(document: TextDocument, origin: string): MailText {
  const whole = adapt(document, origin);
  const blocks = whole.content ?? [];
  const shown = fitting(blocks);
  const kept = shown > 0 || blocks.length === 0 ? blocks.slice(0, shown) : beginning(whole);
  const html = documentToHtml({ type: 'doc', content: kept });
  const text = documentToText(spellOut({ type: 'doc', content: kept }));
  return { html, text, isCut: shown < blocks.length };
}

/** How many blocks from the first one fit. */
function fitting(blocks: readonly TextDocument[]): number {
  let bytes = 0;
  for (const [index, block] of blocks.entries()) {
    bytes += Buffer.byteLength(documentToHtml({ type: 'doc', content: [block] }));
    if (bytes > mostBytes) return index;
  }
  return blocks.length;
}

/** Of a text whose first block alone is too long: its first words, without dress. */
function beginning(document: TextDocument): TextDocument[] {
  // A character becomes six bytes at most, as `&quot;` does.
  const words = documentToText(document).slice(0, mostBytes / 8);
  return textToDocument(words).content ?? [];
}

function adapt(node: TextDocument, origin: string): TextDocument {
  if (node.type === 'image') return imageLink(node, origin);
  if (node.type === 'mention')
    return { type: 'text', text: `@${node.attrs?.label ?? ''}`, marks: [{ type: 'bold' }] };
  const marks = node.marks?.map((mark) =>
    mark.type === 'link'
      ? { ...mark, attrs: { ...mark.attrs, href: inFull(mark.attrs?.href, origin) } }
      : mark,
  );
  const content = node.content?.map((child) => adapt(child, origin));
  return { ...node, ...(marks && { marks }), ...(content && { content }) };
}

function imageLink({ attrs }: TextDocument, origin: string): TextDocument {
  const href = inFull(attrs?.src, origin);
  const words = { type: 'text', text: `[${attrs?.alt || '…'}]`, marks: [{ type: 'link', attrs: { href } }] };
  return { type: 'paragraph', content: [words] };
}

function inFull(address: unknown, origin: string): string {
  const given = String(address ?? '');
  return given.startsWith('/') ? `${origin}${given}` : given;
}

/** Plain text shows no address behind a word: it stands after it. */
function spellOut(node: TextDocument): TextDocument {
  const content = node.content?.flatMap((child, index, all) => {
    const href = linkOf(child);
    const isEnd = href !== undefined && linkOf(all[index + 1]) !== href;
    const words = isEnd ? runOf(all, index, href) : '';
    return isEnd && !saysItself(words, href)
      ? [spellOut(child), { type: 'text', text: ` (${href})` }]
      : [spellOut(child)];
  });
  return content ? { ...node, content } : node;
}

function linkOf(node: TextDocument | undefined): string | undefined {
  const href = node?.marks?.find((mark) => mark.type === 'link')?.attrs?.href;
  return typeof href === 'string' ? href : undefined;
}

/** The words of a link that ends here, of which parts may be bold. */
function runOf(all: readonly TextDocument[], end: number, href: string): string {
  let words = '';
  for (let index = end; index >= 0 && linkOf(all[index]) === href; index--)
    words = `${all[index]?.text ?? ''}${words}`;
  return words;
}

function saysItself(words: string, href: string): boolean {
  const bare = (address: string) => address.replace(/^(mailto:|https?:\/\/)/i, '').replace(/\/$/, '');
  return bare(words.trim()) === bare(href);
}
