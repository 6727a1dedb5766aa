// Finds the end of the block of header fields that Outlook, Zimbra, webmails and others set above the message answered.
import { isQuoted, longestLine, nextFilled } from './model';
import { type Field, type FieldRole, readField } from './read-field';

/** Long lists of recipients are wrapped over several lines. */
const mostLines = 16;
const address = /[\w.+-]@[\w-]{1,80}\.\w/;
const clock = /\b\d{1,2}[:.]\d{2}\b/;
/** Names of authors that people set in lists of their own. */
const handwritten = new Set(['da', 'de', 'mittente']);
const webmailFrom = /^Da\s+".{0,120}"\s+\S{1,200}@\S{1,200}\s*$/;
const webmailField = /^(?:A|Cc|Ccn|Data|Oggetto)(?:\s|$)/;
/** The name of a field in a language nobody here reads. */
const anyField = /^[\s*_]{0,8}\p{L}[\p{L} ./-]{0,24}[\s*_]{0,3}[:：]/u;

type Evidence = {
  /** Something else says that a message begins here: one field is enough then, in whatever language. */
  announced: boolean;
};

/**
 * "Da: lunedì, A: venerdì" is a person's own, and so is an entry of a register: a block names its author and two things
 * more, among them an address, or a subject and a time of day. In other languages nobody writes such a list by hand.
 * @returns the line after the block that begins at `start`, or null
 */
export function findHeaderBlock(
  lines: readonly string[],
  start: number,
  { announced }: Evidence,
): number | null {
  if (isOneLineBlock(lines[start])) return start + 1;
  const { end, fields, text } = readFields(lines, start);
  if (end > start && (announced || isBlock(fields, text))) return end;
  return webmailEnd(lines, start) ?? (announced ? unknownEnd(lines, start) : null);
}

function isBlock(fields: readonly Field[], text: string): boolean {
  const has = (role: FieldRole) => fields.some((field) => field.role === role);
  if (fields.length < 3 || fields[0]?.role === 'other' || !has('from')) return false;
  if (address.test(text) || (has('subject') && clock.test(text))) return true;
  return has('sent') && has('to') && !fields.some(({ name }) => handwritten.has(name));
}

/** The fields, each on its line or wrapped; some programs leave an empty line after each. */
function readFields(lines: readonly string[], start: number) {
  const fields: Field[] = [];
  let text = '';
  let end = start;
  for (let index = start; index < Math.min(lines.length, start + mostLines); index++) {
    const line = lines[index] ?? '';
    const field = readField(line);
    const goesOn = !field && index > start && !isQuoted(line) && line.trim() !== '';
    if (field) fields.push(field);
    else if (!goesOn && !(index > start && line.trim() === '' && readField(lines[index + 1]))) break;
    text += `${line.slice(0, longestLine)}\n`;
    if (field) end = index + 1;
  }
  return { fields, end: wrappedEnd(lines, end, start), text };
}

/** The last field may be wrapped: what follows it at once, indented, belongs to it. */
function wrappedEnd(lines: readonly string[], end: number, start: number): number {
  let index = end;
  while (index > start && index < lines.length && /^[ \t]{2,}\S/.test(lines[index] ?? '')) index += 1;
  return index;
}

/** "From: A B [mailto:a@b.example] Sent: … To: … Subject: …" on one line, as some programs flatten it. */
function isOneLineBlock(line: string | undefined): boolean {
  if (line === undefined || line.length > 1_000 || readField(line)?.role !== 'from') return false;
  const rest = line.slice(line.search(/[:：]/) + 1);
  return (
    /\s\*?(?:Inviato|Sent|Gesendet|Envoyé|Date|Data|Enviado)\s?\*?:/.test(rest) &&
    /\s\*?(?:Oggetto|Subject|Betreff|Objet|Asunto)\s?\*?:/.test(rest)
  );
}

/** Webmails of certified-mail providers: the same fields without colons. */
function webmailEnd(lines: readonly string[], start: number): number | null {
  if (!webmailFrom.test((lines[start] ?? '').slice(0, longestLine))) return null;
  let end = start + 1;
  while (end < lines.length && webmailField.test((lines[end] ?? '').slice(0, longestLine))) end += 1;
  return end - start >= 3 ? end : null;
}

function unknownEnd(lines: readonly string[], start: number): number | null {
  let end = start;
  while (end < Math.min(lines.length, start + mostLines) && anyField.test((lines[end] ?? '').slice(0, 80)))
    end += 1;
  return end - start >= 3 && nextFilled(lines, end) < lines.length ? end : null;
}
