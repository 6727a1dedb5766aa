// What trimming calls things: what it answers, what it finds in a mail, and the signs a mail in HTML carries into its text.

/** A text parted: `text` is what the writer wrote, `quoted` everything else in its order, empty when there is nothing. */
export type TrimmedReply = { text: string; quoted: string };

/** The same of a whole mail, in the words of the command line. */
export type TrimmedMail = { text: string; folded: string };

/** Where a mail program begins to repeat a message. */
export type QuoteHeader = {
  /** First line of the announcement and the line after its last. */
  start: number;
  end: number;
  /** `attribution`: "Il … ha scritto:", quoted lines follow; `block`: all that follows belongs to the other message. */
  kind: 'attribution' | 'block';
  /** The announcement says that the message is passed on. */
  forwarded: boolean;
  /** Says neither when nor from which address: a person may have written it. */
  weak: boolean;
};

/** What the elements of a mail in HTML say of its lines: `end` is the line after the last. */
export type Sign = {
  kind: 'cut' | 'perhaps' | 'said' | 'signature';
  start: number;
  end: number;
};

/** What becomes of a line: `passed-on` stays as a quote, `signature` counts only where nothing else is said. */
export type Part = 'own' | 'rest' | 'passed-on' | 'signature';

/** Lines with what becomes of each; `forwarded`: the subject says that a message is passed on. */
export type Sorting = { lines: readonly string[]; parts: Part[]; forwarded: boolean };

/**
 * Characters of no script, from the private use area, each alone on its line in the text of a mail in HTML.
 * `cut`: another message begins; `perhaps`: it does if header fields follow; the others open and close.
 */
export const marks = {
  cut: '\ue000',
  perhaps: '\ue001',
  said: '\ue002',
  saidEnd: '\ue003',
  signature: '\ue004',
  signatureEnd: '\ue005',
} as const;

/** Characters looked at; the rest is folded as it stands (MAIL.md E46). */
export const longestText = 64_000;

const images = /^\s*(?:\[(?:cid:|image: ?)[^\]]{1,250}\]\s*){1,8}$/;

/** Longer lines announce nothing. */
export const longestLine = 400;

/** Tables of words are written as they are read: several on a line, with commas between. */
export function readTable(lines: readonly string[]): string[] {
  return lines.flatMap((line) => line.split(', '));
}

/** Whether a line is quoted as all mail programs do it. */
export function isQuoted(line: string | undefined): boolean {
  return line?.startsWith('>') === true;
}

/** Where the first line that is not empty stands, from `from` on; `lines.length` when there is none. */
export function nextFilled(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
}

/** The line after the last that is not empty, before `end`. */
export function filledEnd(lines: readonly string[], end: number): number {
  let index = end;
  while (index > 0 && (lines[index - 1] ?? '').trim() === '') index -= 1;
  return index;
}

/** Images alone on a line, as they are named in a text. */
export function isImage(line: string | undefined): boolean {
  return line !== undefined && line.length <= longestLine && images.test(line);
}

/** A line drawn across, which parts and says nothing. */
export function isRuler(line: string | undefined): boolean {
  return line !== undefined && line.length <= longestLine && /^\s*(?:[-_=+~#*—–ᐧ]\s?)+$/.test(line);
}
