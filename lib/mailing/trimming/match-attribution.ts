// Knows the lines that say who wrote what is quoted below: "Il giorno … ha scritto:", in the languages mail programs speak.
import { isQuoted, longestLine, nextFilled, readTable } from './model';

const mostLines = 5;

const openings = readTable([
  "il, in data, lo, l[’'], alle, nel messaggio, on, at, in article, in message, am, le, el, em, op, den",
  'dne, dnia, w dniu, ons, pe, vào, pada, за, в, fecha, date, lun, mar, mer, gio, ven, sab, dom, lunedì',
  'martedì, mercoledì, giovedì, venerdì, sabato, domenica, mon, tue, wed, thu, fri, sat, sun, mo, di, mi',
  'do, fr, sa, so, man, tir, tor, fre, lør, søn, mån, tis, lör, пн, вт, ср, чт, пт, сб, вс',
]);
const opens = new RegExp(`^(?:(?:${openings.join('|')})(?![\\p{L}])|在|於|于|20\\d\\d|\\d{1,2}[/. -])`, 'iu');
const verbs = readTable([
  'ha scritto, hanno scritto, scrive, scriveva, wrote, writes, has written, schrieb, schrieben',
  'geschrieben, a écrit, a ecrit, écrit, écrivait, escribió, ha escrito, escreveu, va escriure, schreef',
  'geschreven, skrev, kirjoitti, napisał, napisała, napisał\\(a\\), pisze, napsal, napsala, napsal\\(a\\)',
  'написал, написала, написал\\(а\\), пишет, пише, şunu yazdı, yazdı, írta, a scris, έγραψε',
  'said the following, schreibt',
]);
const says = new RegExp(`(?<![\\p{L}])(?:${verbs.join('|')})(?![\\p{L}])|写道|寫道|写到|書きました`, 'iu');
const saysLast = new RegExp(`(?:${verbs.join('|')}|写道|寫道)[\\s*_]{0,8}[:：]?[\\s*_]{0,8}$`, 'iu');
/** Italian writers set these words themselves; other languages hardly occur in their own sentences. */
const saysItalian = /(?:ha|hanno) scritto|scrive(?:va)?/i;
const citing =
  /^(?:quoting|citando|cita|citazione di|zitat von|citando a|en réponse à|def\.?|quoth|in article|in message)\s.{2,200}[:：]$/i;
const superCite = /^>{3,}\s?"[^"]{1,80}" == .{1,120}(?:writes|wrote):?$/;

const clock = /(?<!\d)\d{1,2}[:.h]\d{2}(?!\d)/;
const date =
  /(?<!\d)(?:19|20)\d{2}(?!\d)|(?<!\d)\d{1,2}[/.-]\d{1,2}[/.-]\d{2}|(?<!\p{L})(?:jan|gen|feb|mar|apr|mag|may|mai|giu|jun|lug|jul|ago|aug|sep|set|oct|ott|okt|nov|dec|dic|dez|déc)[a-z]{0,6}\.? \d/iu;
const angleAddress = /[<([](?:mailto:)?[^<>()[\]\s]{1,200}@[^<>()[\]\s]{1,200}[>)\]]/i;
const anyAddress = /[\w.+-]@[\w-]{1,80}\.\w/;
const bareSaid =
  /[<([](?:mailto:)?[^<>()[\]\s]{1,200}@[^<>()[\]\s]{1,200}[>)\]]\)?[*_\s]{0,4}(?:ha scritto|scrive|wrote|writes|schrieb|a écrit|escribió|escreveu|schreef|skrev)(?![\p{L}])[^:：]{0,120}[:：]$/iu;
/** Gmail, long ago: "2013/3/4 Mario Rossi <…>". */
const dateAndAddress =
  /^\d{4}[/-]\d{1,2}[/-]\d{1,2}\s[^<>]{0,100}<[^<>()[\]\s]{1,200}@[^<>()[\]\s]{1,200}>:?$/;
/** Days or months shortened as programs do: people write them out. */
const exactItalian =
  /^(?:il|in data) (?:giorno )?(?:(?:lun|mar|mer|gio|ven|sab|dom)[,. ]|\d{1,2} (?:gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic)[,. ])/i;
const article = /^(?:il|lo|la|i|gli|le|un|uno|una|the|der|die|das|les?|el|los)\s|^(?:l|un)[’']/i;
const nameSays =
  /^["“]?\p{Lu}[\p{L}’'.-]{1,30}(?: (?:\p{Lu}[\p{L}’'.-]{0,30}|de|di|van|von)){0,4}["”]? (?:ha scritto|wrote|writes|schrieb|a écrit|escribió)\s?:$/u;

export type Attribution = {
  /** The line after its last. */
  end: number;
  /** Neither time nor address: a person may have written it. */
  weak: boolean;
};

/** @returns the attribution that begins at `start`, on up to five lines; null for words of a person's own */
export function matchAttribution(lines: readonly string[], start: number): Attribution | null {
  const first = (lines[start] ?? '').slice(0, longestLine);
  if (superCite.test(first)) return { end: start + 1, weak: false };
  if (first.trim() === '' || isQuoted(first) || !mayOpen(lines, start)) return null;
  let joined = '';
  for (let end = start + 1; end <= Math.min(lines.length, start + mostLines); end++) {
    const line = lines[end - 1] ?? '';
    if (line.trim() === '' || isQuoted(line) || joined.length + line.length > longestLine) return null;
    if (end > start + 1 && opensItself(lines, end - 1, joined)) return null;
    joined = `${joined} ${undressed(line)}`.trim();
    const strength = strengthOf(joined, isQuoted(lines[nextFilled(lines, end)]));
    if (strength) return { end, weak: strength === 'weak' };
  }
  return null;
}

function undressed(line: string): string {
  return line
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .trim()
    .replace(/^(?:-{2,9}\s|[*_~]{1,4})\s{0,4}|[*_~]{1,4}$/g, '');
}

/** Attributions open a paragraph, or with words of their own. */
function mayOpen(lines: readonly string[], start: number): boolean {
  const line = undressed((lines[start] ?? '').slice(0, longestLine));
  const before = lines[start - 1];
  const opensParagraph = before === undefined || before.trim() === '' || isQuoted(before);
  return opensParagraph || opens.test(line) || anyAddress.test(line);
}

/** What stands above an attribution without an empty line between is no part of it. */
function opensItself(lines: readonly string[], index: number, before: string): boolean {
  return !opens.test(before) && opens.test(undressed((lines[index] ?? '').slice(0, longestLine)));
}

function strengthOf(words: string, quoteFollows: boolean): 'strong' | 'weak' | null {
  const ends = /[:：]$/.test(words);
  const said = says.test(words);
  if (dateAndAddress.test(words)) return 'strong';
  if (!ends && !(said && saysLast.test(words))) return null;
  const dated = date.test(words);
  const timed = clock.test(words);
  if (!ends) return quoteFollows && opens.test(words) && (dated || timed) ? 'strong' : null;
  if (dated && timed && angleAddress.test(words)) return 'strong';
  if (bareSaid.test(words) && (quoteFollows || dated || !article.test(words))) return 'strong';
  if (said && opens.test(words) && isDatedSaying(words, dated, timed, quoteFollows)) return 'strong';
  if (!quoteFollows) return null;
  if (citing.test(words) || (dated && timed) || (said && anyAddress.test(words))) return 'strong';
  return nameSays.test(words) && !article.test(words) ? 'weak' : null;
}

/** "Il 3 marzo alle 10.15 il Ministero ha scritto:" is a sentence, unless quoted lines follow. */
function isDatedSaying(words: string, dated: boolean, timed: boolean, quoteFollows: boolean): boolean {
  if (quoteFollows || anyAddress.test(words)) return dated || timed;
  return saysItalian.test(words) ? dated && timed && exactItalian.test(words) : dated || timed;
}
