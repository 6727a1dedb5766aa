// Writes the words of one block as Markdown, with their marks, and with every sign escaped that would mean something.
import type { TextDocument } from '../schema';
import { isRule } from './read-table';

type Piece = { text: string; href: string | undefined; marks: string[]; isCode: boolean };
/** A sign that ends stands close to its word, or it is none: the blanks that follow so far are kept apart. */
type Written = { words: string; blanks: string };

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
  const written: Written = { words: '', blanks: '' };
  const pieces = nodes.map(pieceOf);
  for (const [index, piece] of pieces.entries()) {
    const kept = open.findIndex((mark) => !piece.marks.includes(mark));
    const closing = kept < 0 ? [] : open.slice(kept).reverse();
    open = kept < 0 ? open : open.slice(0, kept);
    const opening = piece.marks.filter((mark) => !open.includes(mark)).sort(longestFirst(pieces, index));
    open = [...open, ...opening];
    const words = piece.href === undefined ? piece.text.trim() : piece.text;
    const [before = '', after = ''] = words === '' ? [piece.text] : piece.text.split(words);
    written.words += signsOf(closing);
    append(written, `${before}${signsOf(opening)}${dressed({ ...piece, text: words })}${after}`);
  }
  return (written.words + signsOf(open.reverse())).trimStart();
}

function append(written: Written, piece: string): void {
  const words = piece.trimEnd();
  if (words !== '') written.words += written.blanks + words;
  written.blanks = (words === '' ? written.blanks : '') + piece.slice(words.length);
}

/** The mark that goes on longest is opened first, so that the others end inside it. */
function longestFirst(pieces: readonly Piece[], from: number): (one: string, other: string) => number {
  const endOf = (mark: string) => {
    let end = from;
    while (pieces[end]?.marks.includes(mark)) end += 1;
    return end;
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

/** How many backticks stand together in a code at most. */
export function longestTicks(text: string): number {
  return [...text.matchAll(/`+/g)].reduce((most, [run]) => Math.max(most, run.length), 0);
}

function codeSpan(text: string): string {
  const fence = '`'.repeat(longestTicks(text) + 1);
  const blank = /^[` ]|[` ]$/.test(text) ? ' ' : '';
  return `${fence}${blank}${text}${blank}${fence}`;
}

function escaped(text: string): string {
  return text
    .replace(/[\\`*[\]]/g, '\\$&')
    .replace(/_+/g, (run, at: number, whole: string) => {
      const isInside = isLetter(whole.charAt(at - 1)) && isLetter(whole.charAt(at + run.length));
      return isInside ? run : run.replaceAll('_', '\\_');
    })
    .replace(/<(?=https?:|mailto:|br)|!$/gi, '\\$&');
}

/** As the reader sees it: half a character is none. */
function isLetter(sign: string): boolean {
  return /[\p{L}\p{N}]/u.test(sign);
}

/** What would begin a heading, a quote, a list, a table or a rule does not, after a backslash. */
function atLineStart(line: string): string {
  if (/^(?:#{1,6}(?: |$)|>|[-+](?: |$)|~{3,})/.test(line) || /^[-=]+$/.test(line) || isRule(line)) {
    return `\\${line}`;
  }
  return line.replace(/^(\d{1,5})([.)])(?= |$)/, '$1\\$2');
}
