// When a mail was sent: its own date if that can be true, else when it was received (MAIL.md E38).
import type { Headers } from '../model';

const day = 86_400_000;
/** No mailing list of public offices is older; an earlier date is a clock that was never set. */
const earliest = Date.UTC(1985, 0, 1);
/** No date is longer, with whatever a program adds in brackets. */
const longest = 200;

/**
 * @param receivedAt time of the mbox's `From ` line; some programs write nonsense there, so it only stands in
 * @param now nothing was sent after it
 */
export function readDate(headers: Headers, receivedAt: Date | null, now: Date): Date {
  const lastHop = receptionTime(headers);
  const latest = Math.min(now.getTime(), lastHop?.getTime() ?? Number.POSITIVE_INFINITY) + day;
  for (const text of [...(headers.get('date') ?? []), ...(headers.get('resent-date') ?? [])]) {
    const sent = parse(text);
    if (sent && isBetween(sent, latest)) return sent;
  }
  const received = [lastHop, receivedAt].find((at) => at && isBetween(at, now.getTime() + day));
  return received ?? now;
}

function isBetween(at: Date, latest: number): boolean {
  return at.getTime() >= earliest && at.getTime() <= latest;
}

/** The topmost Received line is the last hop: the nearest to us, and the only one a sender cannot write. */
function receptionTime(headers: Headers): Date | null {
  const [line = ''] = headers.get('received') ?? [];
  const stamp = line.slice(line.lastIndexOf(';') + 1);
  return stamp === line ? null : parse(stamp);
}

function parse(text: string): Date | null {
  const plain = text
    .slice(0, longest)
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const date = new Date(plain);
  return Number.isNaN(date.getTime()) ? null : date;
}
