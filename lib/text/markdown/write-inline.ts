// Writes the words of one block as Markdown, with their marks, and with every sign escaped that would mean something.
import type { TextDocument } from '../schema';

type Piece = { text: string; href: string | undefined; marks: string[]; isCode: boolean };

const signs: Record<string, string> = { bold: '**', italic: '*' };

/** @param lineBreak what stands for a line break: itself, or what the place allows */
export function writeInline(nodes: readonly TextDocument[] = [], lineBreak: string): string {
  const lines: TextDocument[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'hardBreak' || node.text === '\n') lines.push([]);
    else lines.at(-1)?.push(node);
  }
  const written = lines.map((line) => atLineStart(writeLine(line)));
  return lineBreak === '\n'
    ? written.map((line, index) => (line === '' && written.length > 1 && index > 0 ? '\\' : line)).join('\n')
    : written.join(lineBreak);
}

function writeLine(nodes: readonly TextDocument[]): string {
  let open: string[] = [];
  let written = '';
  const pieces = nodes.map(pieceOf);
  for (const [index, piece] of pieces.entries()) {
    const kept = open.findIndex((mark) => !piece.marks.includes(mark));
    const closing = kept < 0 ? [] : open.slice(kept).reverse();
    open = kept < 0 ? open : open.slice(0, kept);
    const opening = piece.marks.filter((mark) => !open.includes(mark)).sort(longestFirst(pieces, index));
    open = [...open, ...opening];
    const words = piece.href === undefined ? piece.text.trim() : piece.text;
    const [before = '', after = ''] = words === '' ? [piece.text] : piece.text.split(words);
    written = `${joined(written, closing)}${before}${signsOf(opening)}${dressed({ ...piece, text: words })}${after}`;
  }
  return joined(written, [...open].reverse()).trim();
}

/** A sign stands close to its word, or it is none. */
function joined(written: string, closing: readonly string[]): string {
  const words = written.trimEnd();
  return closing.length > 0 ? words + signsOf(closing) + written.slice(words.length) : written;
}

/** The mark that goes on longest is opened first, so that the others end inside it. */
function longestFirst(pieces: readonly Piece[], from: number): (one: string, other: string) => number {
  const endOf = (mark: string) => {
    const end = pieces.findIndex(({ marks }, index) => index >= from && !marks.includes(mark));
    return end < 0 ? pieces.length : end;
  };
  return (one, other) => endOf(other) - endOf(one);
}

function signsOf(marks: readonly string[]): string {
  return marks.map((mark) => signs[mark] ?? '').join('');
}

function pieceOf(node: TextDocument): Piece {
  const types = (node.marks ?? []).map(({ type }) => type);
  const href = node.marks?.find(({ type }) => type === 'link')?.attrs?.href;
  const marks = types.filter((type) => type in signs);
  if (node.type === 'mention') {
    return { text: `@${node.attrs?.label}`, href: `persona:${node.attrs?.id}`, marks, isCode: false };
  }
  if (node.type === 'image') {
    return {
      text: `![${escaped(node.attrs?.alt ?? '')}](${node.attrs?.src})`,
      href: undefined,
      marks,
      isCode: true,
    };
  }
  const isCode = types.includes('code');
  return { text: isCode ? codeSpan(node.text ?? '') : (node.text ?? ''), href, marks, isCode };
}

function dressed({ text, href, isCode }: Piece): string {
  const words = isCode ? text : escaped(text);
  return href === undefined ? words : `[${words}](${goal(href)})`;
}

function goal(href: string): string {
  return /[()<>]/.test(href) ? `<${href.replaceAll('<', '%3C').replaceAll('>', '%3E')}>` : href;
}

function codeSpan(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const blank = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${blank}${text}${blank}${fence}`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/(^|[^\p{L}\p{N}_])(_+)|(_+)(?=$|[^\p{L}\p{N}_])/gu, (found) => found.replaceAll('_', '\\_'))
    .replace(/<(?=https?:|mailto:|br)|!$/gi, '\\$&');
}

/** What would begin a heading, a quote, a list, a table or a rule does not, after a backslash. */
function atLineStart(line: string): string {
  if (
    /^(?:#{1,6}(?: |$)|>|[-+](?: |$)|~{3,})/.test(line) ||
    /^[-=]+$/.test(line) ||
    /^[ |:-]*-[ |:-]*$/.test(line)
  ) {
    return `\\${line}`;
  }
  return line.replace(/^(\d{1,5})([.)])(?= |$)/, '$1\\$2');
}
