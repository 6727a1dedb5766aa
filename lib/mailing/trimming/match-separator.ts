// Knows the lines that part a mail from the message below it: "-----Messaggio originale-----", "Forwarded message", the own marker (MAIL.md E44, E45).
import { isQuoted, longestLine, readTable } from './model';

/** `original`: the message answered follows; `forward`: one passed on; `marker`: our own line, nothing below counts. */
export type Separator = 'original' | 'forward' | 'marker';

const originals = readTable([
  'messaggio originale, messaggio originario, risposta al messaggio, original message',
  'original appointment, initial header, ursprüngliche nachricht, originalnachricht, ursprungliche',
  "originaltext, message d[’'´]origine, message original, message initial, mensaje original",
  'mensagem original, oorspronkelijk bericht, original meddelelse, oprindelig meddelelse',
  'originalmeddelelse, originalt meddelande, ursprungligt meddelande, originalmeddelande',
  'opprinnelig melding, original melding, alkuperäinen viesti, oryginalna wiadomość, wiadomość oryginalna',
  'původní zpráva, исходное сообщение, оригинальное сообщение, orijinal mesaj, özgün ileti, eredeti üzenet',
  'mesaj original, 原始邮件, 原始郵件, 原邮件, 元のメッセージ',
]);
const forwards = readTable([
  'messaggio inoltrato, inizio messaggio inoltrato, inizio del messaggio inoltrato, inoltrato da',
  'messaggio inviato a nome di, forwarded message, begin forwarded message, forwarded by, forwarded mail',
  'start of forwarded message, weitergeleitete nachricht, weitergeleitet von',
  'anfang der weitergeleiteten nachricht, anfang der weitergeleiteten e-mail, message transféré',
  'message transmis, début du message réexpédié, début du message transféré, transféré par',
  'mensaje reenviado, inicio del mensaje reenviado, mensagem encaminhada, mensagem reencaminhada',
  'doorgestuurd bericht, videresendt meddelelse, videresendt melding, vidarebefordrat meddelande',
  'wiadomość przekazana, пересылаемое сообщение, пересланное сообщение, 转发邮件, 轉寄郵件',
]);
const markers = readTable([
  'rispond(?:i|a|ete|ere) (?:al di )?sopra (?:a )?(?:questa|questo|la) (?:riga|linea|testo)',
  'scriv(?:i|a|ete|ere) (?:la (?:tua |vostra |sua )?risposta )?sopra (?:a )?questa (?:riga|linea)',
  '(?:please )?(?:reply|answer|respond|write|type)(?: your (?:reply|answer))? above (?:this|the) line',
  '(?:bitte )?(?:antworten sie|antworte|antwort|schreiben sie) (?:bitte )?(?:oberhalb|über) (?:von )?diese[rn]? (?:zeile|linie)',
  '(?:veuillez )?répond(?:ez|re|s) (?:au-dessus|au dessus) de cette ligne',
  'respond(?:a|e|er) (?:por )?(?:encima|arriba) de esta línea, responda acima desta linha',
]);

/** Between people's words and these there are strokes on at least one side. */
const strokes = /^[\s*#|]{0,20}[-_=~–—]{2}|[-_=~–—]{2}[\s*_:]{0,9}$/u;
const dress = new Set(' \t*_~=#<>|[]"“”«».:·•–—-');
const lasting = (words: readonly string[], after: string) =>
  new RegExp(`^(?:${words.join('|')})${after}$`, 'iu');
const isOriginal = lasting(originals, '(?:[\\s,:(/].{0,80})?');
const isOriginalAlone = /^original$/i;
const isForward = lasting(forwards, '(?:[\\s,:(/].{0,120})?');
const isForwardAlone = lasting(forwards, '');
const opensMarker =
  /^[\s*_~=#<>|[\]"“«·•–—-]{0,40}(?:rispond|scriv|please|reply|answer|respond|write|type|bitte|antwort|schreib|veuillez|répond)/i;
const isMarker = lasting(markers, '');
/** Lotus: "-----Mario Rossi <…> ha scritto: -----". */
const isSaid = /\b(?:ha scritto|wrote|schrieb|a écrit|escribió)\s?:?$/iu;
/** What forums set above the posts that a notice repeats. */
const isEarlier = /^(?:previous (?:replies|discussion)|risposte precedenti|messaggi precedenti)$/iu;

/** @returns which separator stands at `index`, and the line after it; null when it is a line like any other */
export function matchSeparator(
  lines: readonly string[],
  index: number,
): { kind: Separator; end: number } | null {
  const line = lines[index] ?? '';
  if (line.length > longestLine || isQuoted(line)) return null;
  const marker = markerEnd(lines, index);
  if (marker !== null) return { kind: 'marker', end: marker };
  const words = bare(line);
  if (words === '' || words.length > 220) return null;
  const found = (kind: Separator) => ({ kind, end: index + 1 });
  if (isEarlier.test(words) && (words !== line.trim() || words === 'Previous Replies'))
    return found('original');
  if (isForwardAlone.test(words) && /:\s*\*{0,2}\s*$/.test(line)) return found('forward');
  if (!strokes.test(line)) return null;
  if (isForward.test(words)) return found('forward');
  if (isOriginal.test(words) || isOriginalAlone.test(words)) return found('original');
  return isSaid.test(words) && /^\s*-{3,}/.test(line) && /-{3,}\s*$/.test(line) ? found('original') : null;
}

/** The words without what is set around them. */
function bare(line: string): string {
  let start = 0;
  let end = line.length;
  while (start < end && dress.has(line.charAt(start))) start += 1;
  while (end > start && dress.has(line.charAt(end - 1))) end -= 1;
  return line.slice(start, end).replace(/\s+/g, ' ');
}

/** Mail programs wrap the marker as they wrap everything. */
function markerEnd(lines: readonly string[], index: number): number | null {
  if (!opensMarker.test(lines[index] ?? '')) return null;
  let joined = '';
  for (let end = index + 1; end <= Math.min(lines.length, index + 3); end++) {
    const line = lines[end - 1] ?? '';
    if (line.trim() === '' || line.length > longestLine) return null;
    joined = `${joined} ${line.replace(/^[>\s]+/, '')}`;
    if (isMarker.test(bare(joined))) return strokesEnd(lines, end);
  }
  return null;
}

/** The closing stroke may have been wrapped to a line of its own. */
function strokesEnd(lines: readonly string[], end: number): number {
  return /^[\s>]*[–—-]{1,3}\s*$/.test(lines[end] ?? '') ? end + 1 : end;
}
