// Walks through an mbox file of any size, message by message, holding no more than one of them.
import { createReadStream } from 'node:fs';
import { Refusal } from '@/lib/core/refusal';
import { readMessage } from './read-message';

export type MboxMessage = {
  /** 1 for the first message of the file. */
  position: number;
  /** Where the message begins in the file, after its `From ` line, and how many bytes it takes there. */
  offset: number;
  length: number;
  /** The time on the `From ` line, read as UTC. */
  receivedAt: Date | null;
  /** The message itself; null when it is longer than may be held. */
  raw: Uint8Array | null;
};

export type SplitOptions = {
  /** Bytes of the longest message that is read; a longer one is passed over. */
  longestMessage?: number;
  /** Bytes read at a time. */
  chunk?: number;
};

const defaultLongest = 64 * 1024 * 1024;
const defaultChunk = 1024 * 1024;
const newline = 0x0a;
const fromLine =
  /^From .{0,300}?\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun),? +((?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) +\d{1,2}|\d{1,2} +(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)) +(\d{2}:\d{2}(?::\d{2})?)(?: +[A-Z]{1,5}| +[+-]\d{4})* +(\d{4})/;
const longestFromLine = 600;

/**
 * A message begins with a `From ` line with a date, at the start of the file or after an empty line; any other
 * "From " is text, as mboxo leaves it.
 * @throws Refusal `invalid` when the file is empty or no mbox
 */
export async function* splitMbox(file: string, options: SplitOptions = {}): AsyncGenerator<MboxMessage> {
  const reader = new MboxReader(options.longestMessage ?? defaultLongest);
  for await (const chunk of createReadStream(file, { highWaterMark: options.chunk ?? defaultChunk })) {
    yield* reader.take(chunk);
  }
  yield* reader.finish();
}

/** Cuts the stream into lines only where a message may begin: looking at every line would cost more than parsing. */
class MboxReader {
  private rest: Buffer = Buffer.alloc(0);
  private restOffset = 0;
  private open: { offset: number; receivedAt: Date | null; pieces: Buffer[]; length: number } | undefined;
  private position = 0;
  private afterBlank = true;

  constructor(private readonly longest: number) {}

  *take(chunk: Buffer): Generator<MboxMessage> {
    const source = this.rest.length > 0 ? Buffer.concat([this.rest, chunk]) : chunk;
    const lastBreak = source.lastIndexOf(newline);
    const whole =
      lastBreak < 0 && source.length <= longestFromLine ? 0 : lastBreak < 0 ? source.length : lastBreak + 1;
    yield* this.lines(source.subarray(0, whole));
    this.restOffset += whole;
    this.rest = source.subarray(whole);
  }

  *finish(): Generator<MboxMessage> {
    yield* this.lines(this.rest);
    if (this.open) yield this.close();
    else throw new Refusal('invalid', 'archive-empty', 'file');
  }

  private *lines(source: Buffer): Generator<MboxMessage> {
    let from = 0;
    for (const line of beginnings(source, this.afterBlank)) {
      this.keep(source.subarray(from, line.start));
      if (this.open) yield this.close();
      this.position += 1;
      this.open = { offset: this.restOffset + line.end, receivedAt: line.date, pieces: [], length: 0 };
      from = line.end;
    }
    this.keep(source.subarray(from));
    if (source.length > 0) this.afterBlank = endsBlank(source);
  }

  private keep(piece: Buffer): void {
    if (piece.length === 0) return;
    if (!this.open) {
      if (piece.toString('latin1').trim() === '') return;
      throw new Refusal('invalid', 'archive-not-mbox', 'file');
    }
    this.open.length += piece.length;
    if (this.open.length <= this.longest) this.open.pieces.push(Buffer.from(piece));
    else this.open.pieces = [];
  }

  private close(): MboxMessage {
    const { offset, length, receivedAt, pieces } = this.open ?? {
      offset: 0,
      length: 0,
      receivedAt: null,
      pieces: [],
    };
    this.open = undefined;
    const raw = length > this.longest ? null : readMessage(Buffer.concat(pieces));
    return { position: this.position, offset, length, receivedAt, raw };
  }
}

type Beginning = { start: number; end: number; date: Date | null };

function* beginnings(source: Buffer, afterBlank: boolean): Generator<Beginning> {
  for (let start = source.indexOf('From '); start >= 0; start = source.indexOf('From ', start + 1)) {
    if (!isAfterBlank(source, start, afterBlank)) continue;
    const lineBreak = source.indexOf(newline, start);
    const end = lineBreak < 0 ? source.length : lineBreak + 1;
    const found = fromLine.exec(source.toString('latin1', start, Math.min(end, start + longestFromLine)));
    if (found) yield { start, end, date: dateOf(found) };
  }
}

function isAfterBlank(source: Buffer, start: number, afterBlank: boolean): boolean {
  return start === 0 ? afterBlank : endsBlank(source.subarray(Math.max(0, start - 4), start));
}

function endsBlank(source: Buffer): boolean {
  return /(?:^|\n)\r?\n$/.test(source.toString('latin1', Math.max(0, source.length - 4)));
}

function dateOf([, day, time, year]: RegExpExecArray): Date | null {
  const date = new Date(`${day} ${year} ${time} UTC`);
  return Number.isNaN(date.getTime()) ? null : date;
}
