// Reads a mail in HTML once and writes it again, bare: words, lists, quotes, and marks where its program set something off (MAIL.md E47).
import { Parser } from 'htmlparser2';
import { longestText, marks, readTable } from './model';
import { type ElementSign, signOfElement } from './sign-of-element';

export type MarkedHtml = {
  /** Small, shallow HTML with marks from the private use area. */
  html: string;
  /** Words beyond what is looked at. */
  beyond: string;
};

/** Nobody wrote what is deeper: the rest is taken as words. */
const deepest = 300;
/** An element, a piece of text or a mark counts like so many characters more: a page of line breaks is long, too. */
const weight = 4;
/** As deep as HTML is written again. */
const deepestWritten = 100;
const dropped = new Set(
  readTable(['head, title, style, script, noscript, template, xml, svg, object, iframe']),
);
const kept = new Set(
  readTable([
    'p, div, br, hr, blockquote, pre, ul, ol, li, a, h1, h2, h3, h4, h5, h6, address, section, article',
    'header, footer, main, tr',
  ]),
);
const keptAttributes = ['href', 'start', 'type'];
const empty = new Set(['br', 'hr', 'img']);
const opening: Record<ElementSign, string> = {
  cut: marks.cut,
  perhaps: marks.perhaps,
  said: marks.said,
  quote: marks.said,
  signature: marks.signature,
};
const closing: Partial<Record<ElementSign, string>> = {
  said: marks.saidEnd,
  signature: marks.signatureEnd,
};
const anyMark = /[\ue000-\ue005]/g;

type Open = { name: string; written: boolean; sign: ElementSign | null };

/** Bare HTML as it grows: elements, depth, whether inside something dropped or quoted. */
class Writing {
  readonly pieces: string[] = [];
  private readonly open: Open[] = [];
  private droppedAt = 0;
  private quotes = 0;
  private said = false;
  private size = 0;
  /** Words of the last piece for which there was no room. */
  left = '';

  /** Nothing more is looked at. */
  get isFull(): boolean {
    return this.depth >= deepest || this.size > longestText;
  }

  get depth(): number {
    return this.open.length;
  }

  enter(name: string, attributes: Record<string, string>): void {
    if (this.droppedAt === 0 && (dropped.has(name) || /^[vw]:/.test(name))) this.droppedAt = this.depth + 1;
    const shown = this.droppedAt === 0;
    const written = shown && kept.has(name) && this.depth < deepestWritten;
    const sign = shown ? this.signOf(name, attributes) : null;
    if (shown && name === 'blockquote') this.enterQuote();
    this.open.push({ name, written, sign });
    if (sign && sign !== 'said') this.mark(sign);
    if (written) this.size += weight;
    if (written) this.pieces.push(tagOf(name, attributes));
    if (sign === 'said') this.mark(sign);
    if (shown && name === 'img') this.image(attributes);
  }

  leave(): void {
    const last = this.open.pop();
    if (!last) return;
    if (last.sign === 'said') this.end(closing.said);
    if (last.written && !empty.has(last.name)) this.pieces.push(`</${writtenAs(last.name)}>`);
    if (last.name === 'td' || last.name === 'th') this.pieces.push(' ');
    if (last.sign === 'signature') this.end(closing.signature);
    if (last.name === 'blockquote' && this.droppedAt === 0) this.quotes -= 1;
    if (this.droppedAt > this.depth) this.droppedAt = 0;
  }

  say(words: string): void {
    if (this.droppedAt > 0) return;
    const end = endOf(words, longestText + 1 - this.size);
    this.size += words.length + weight;
    this.pieces.push(escaped(words.slice(0, end).replace(anyMark, '')));
    this.left += words.slice(end);
  }

  /** What is quoted has signs of its own, and they say nothing of this mail. */
  private signOf(name: string, attributes: Record<string, string>): ElementSign | null {
    const sign = this.quotes === 0 ? signOfElement(name, attributes) : null;
    return sign === 'signature' && this.said ? null : sign;
  }

  private mark(sign: ElementSign): void {
    if (sign === 'said' || sign === 'quote') {
      if (this.said) return;
      this.said = true;
    }
    this.write(opening[sign]);
  }

  private end(mark: string | undefined): void {
    if (mark === marks.saidEnd && !this.said) return;
    if (mark === marks.saidEnd) this.said = false;
    this.write(mark ?? '');
  }

  private write(mark: string): void {
    this.size += weight * 4;
    this.pieces.push(`<div>${mark}</div>`);
  }

  private enterQuote(): void {
    if (this.quotes === 0 && this.said) this.end(marks.saidEnd);
    this.quotes += 1;
  }

  /** Images that came with the mail are named where they stand, as Outlook names them in plain text (E51). */
  private image({ src = '' }: Record<string, string>): void {
    const id = /^cid:([^\s<>[\]]{1,200})$/i.exec(src.trim())?.[1];
    if (id !== undefined) this.say(`[cid:${id}]`);
  }
}

/** Where words are parted for which there is no room: between two of them, if they are words. */
function endOf(words: string, room: number): number {
  if (words.length <= room) return words.length;
  const space = words.lastIndexOf(' ', Math.max(0, room));
  return space >= 0 ? space : Math.max(0, room);
}

/** Mails are laid out in tables: a row is a line, and cells are parted by a blank. */
function writtenAs(name: string): string {
  return name === 'tr' ? 'div' : name;
}

function tagOf(name: string, attributes: Record<string, string>): string {
  const given = keptAttributes
    .filter((key) => attributes[key] !== undefined)
    .map((key) => ` ${key}="${escaped(attributes[key] ?? '').replaceAll('"', '&quot;')}"`);
  const isWord = name === 'p' && /^MsoNormal$/i.test(attributes.class ?? '');
  return `<${writtenAs(name)}${given.join('')}${isWord ? ' class="MsoNormal"' : ''}>`;
}

function escaped(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Reading is linear and never throws. */
export function markHtml(html: string): MarkedHtml {
  const writing = new Writing();
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (!writing.isFull) writing.enter(name, attributes);
        else parser.pause();
      },
      ontext(words) {
        if (writing.isFull) parser.pause();
        writing.say(words);
      },
      onclosetag: () => writing.leave(),
    },
    { decodeEntities: true },
  );
  parser.end(html);
  const end = writing.isFull ? parser.startIndex : html.length;
  return { html: writing.pieces.join(''), beyond: `${writing.left} ${wordsOf(html.slice(end))}`.trim() };
}

/** What nobody looks at keeps its words and loses its tags; entities stay as written. */
function wordsOf(html: string): string {
  return html
    .replace(/<[^<>]*>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim();
}
