// Finds where a mail program begins to repeat the message answered: the line, or the lines, that announce it.

export type QuoteHeader = {
  /** First line of the announcement and the line after its last. */
  start: number;
  end: number;
  /** `attribution`: "Il … ha scritto:", quoted lines follow; `block`: all that follows belongs to the other message. */
  kind: 'attribution' | 'block';
  /** The announcement says that the message is passed on. */
  forwarded: boolean;
};

const longestLine = 400;
const mostAttributionLines = 4;

const wrote =
  /(?:ha|hanno)\s+scritto(?:\s+il\b[^:]{1,80})?\s*:?\s*$|\b(?:wrote|schrieb|a écrit|escribió)\s*:?\s*$/i;
const opensAttribution =
  /^(?:il|in data|lo|l['’]|on|am|le|el|alle|nel messaggio|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{4}-\d{2}-\d{2})(?:\s|$|\d)/i;
const bareAttribution = /^.{2,160}<[^<>\s]+@[^<>\s]+>\s*(?:ha scritto|wrote|scrive)\b.{0,80}:\s*$/i;
const gmailOld = /^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2} (?:GMT|UTC)[^<>]{0,120}<[^<>\s]+@[^<>\s]+>:\s*$/i;
const citing = /^(?:quoting|citando|cita|def\.?|scrive)\s.{2,200}:\s*$/i;
const clock = /\b\d{1,2}[:.]\d{2}\b/;
const mailAddress = /(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+/;

const separator =
  /^[\s*_~=-]*[-_=*~]{2,}\s*(?:messaggio originale|original message|messaggio inoltrato|forwarded message|inizio (?:del )?messaggio inoltrato|inoltrato da|risposta al messaggio|ursprüngliche nachricht|message d'origine)\b.{0,80}$/i;
const forwardWords = /inoltrat|forwarded/i;
const appleForward = /^(?:inizio (?:del )?messaggio inoltrato|begin forwarded message)\s*:\s*$/i;
const replyMarker = /rispondi sopra questa riga|reply above this line/i;
const groupwise = /^>>>\s*.{2,200}\d{1,2}[:.]\d{2}.{0,20}(?:>>>|:)?\s*$/;
const ruler = /^\s*(?:_{8,}|-{8,}|={8,})\s*$/;

const fieldLine =
  /^[\s*]{0,4}(da|from|inviato(?: il)?|sent|data|date|a|to|per|cc|ccn|oggetto|subject|rispondi a|reply-to|priorità|importanza|allegati)\s*:\s*\*?(?:\s|$)/i;
const sentField = /^(?:inviato(?: il)?|sent|data|date)$/i;
const fromField = /^(?:da|from)$/i;
const subjectField = /^(?:oggetto|subject)$/i;
const mostFieldLines = 12;
const webmailFrom = /^Da\s+".{0,120}"\s+\S+@\S+\s*$/;
const webmailFields = /^(?:A|Cc|Ccn|Data|Oggetto)(?:\s|$)/;

/** @returns the first announcement on lines that are not themselves quoted, or null */
export function findQuoteHeader(lines: readonly string[]): QuoteHeader | null {
  for (let index = 0; index < lines.length; index++) {
    const line = lines[index] ?? '';
    if (line.trim() === '' || line.length > longestLine) continue;
    const found = blockAt(lines, index) ?? attributionAt(lines, index);
    if (found) return found;
  }
  return null;
}

function blockAt(lines: readonly string[], index: number): QuoteHeader | null {
  const line = lines[index] ?? '';
  if (separator.test(line) || appleForward.test(line))
    return afterSeparator(lines, index, forwardWords.test(line));
  if (replyMarker.test(line) || groupwise.test(line)) return block(index, index + 1, false);
  const fieldsAt = ruler.test(line) ? nextFilled(lines, index + 1) : index;
  const end = fieldsEnd(lines, fieldsAt) ?? webmailEnd(lines, fieldsAt);
  return end === null ? null : block(index, end, false);
}

/** Under a separator comes a block of fields, an attribution with quoted lines, or the message at once. */
function afterSeparator(lines: readonly string[], index: number, forwarded: boolean): QuoteHeader {
  const next = nextFilled(lines, index + 1);
  const attribution = attributionAt(lines, next);
  if (attribution && !forwarded) return { ...attribution, start: index };
  return block(index, fieldsEnd(lines, next) ?? index + 1, forwarded);
}

function block(start: number, end: number, forwarded: boolean): QuoteHeader {
  return { start, end, kind: 'block', forwarded };
}

/** "Da: … Inviato: … A: … Oggetto: …": from, and of date and subject at least one, besides a third field. */
function fieldsEnd(lines: readonly string[], start: number): number | null {
  const names: string[] = [];
  let end = start;
  for (let index = start; index < Math.min(lines.length, start + mostFieldLines); index++) {
    const name = fieldLine.exec((lines[index] ?? '').slice(0, longestLine))?.[1];
    if (!name && (index === start || (lines[index] ?? '').trim() === '')) break;
    if (!name) continue;
    names.push(name);
    end = index + 1;
  }
  const has = (pattern: RegExp) => names.some((name) => pattern.test(name));
  const isHeader =
    fromField.test(names[0] ?? '') && names.length >= 3 && (has(sentField) || has(subjectField));
  return isHeader ? end : null;
}

/** Webmails of certified-mail providers: the same fields without colons. */
function webmailEnd(lines: readonly string[], start: number): number | null {
  if (!webmailFrom.test((lines[start] ?? '').slice(0, longestLine))) return null;
  let end = start + 1;
  while (end < lines.length && webmailFields.test(lines[end] ?? '')) end += 1;
  return end - start >= 3 ? end : null;
}

/** "Il giorno … Nome <indirizzo> ha scritto:", wrapped over some lines. "Il revisore ha scritto:" is a person's own. */
function attributionAt(lines: readonly string[], start: number): QuoteHeader | null {
  const first = (lines[start] ?? '').trim();
  if (first === '' || first.startsWith('>')) return null;
  if (gmailOld.test(first) || (citing.test(first) && followedByQuote(lines, start + 1)))
    return attribution(start, 1);
  if (bareAttribution.test(first)) return attribution(start, 1);
  if (!opensAttribution.test(first) && !mailAddress.test(first)) return null;
  let joined = '';
  for (let count = 1; count <= mostAttributionLines; count++) {
    const line = (lines[start + count - 1] ?? '').trim();
    if (line === '' || line.startsWith('>') || joined.length > longestLine) return null;
    joined = `${joined} ${line}`.trim();
    if (wrote.test(joined)) return isCertain(joined, lines, start + count) ? attribution(start, count) : null;
  }
  return null;
}

function isCertain(joined: string, lines: readonly string[], next: number): boolean {
  if (!/\d/.test(joined)) return false;
  return followedByQuote(lines, next) || mailAddress.test(joined) || clock.test(joined);
}

function followedByQuote(lines: readonly string[], index: number): boolean {
  return (lines[nextFilled(lines, index)] ?? '').trimStart().startsWith('>');
}

function attribution(start: number, count: number): QuoteHeader {
  return { start, end: start + count, kind: 'attribution', forwarded: false };
}

function nextFilled(lines: readonly string[], from: number): number {
  let index = from;
  while (index < lines.length && (lines[index] ?? '').trim() === '') index += 1;
  return index;
}
