// When a mail was sent: its own date if that can be true, else when it was received (MAIL.md E38).
import type { Headers } from '../model';

const day = 86_400_000;
/** No mailing list of public offices is older; an earlier date is a clock that was never set. */
const earliest = Date.UTC(1985, 0, 1);

/**
 * @param receivedAt time of the mbox's `From ` line
 * @param now nothing was sent after it
 */
export function readDate(headers: Headers, receivedAt: Date | null, now: Date): Date {
  const received = receptionTime(headers) ?? receivedAt;
  const latest = Math.min(now.getTime(), received?.getTime() ?? Number.POSITIVE_INFINITY) + day;
  for (const text of [...(headers.get('date') ?? []), ...(headers.get('resent-date') ?? [])]) {
    const sent = parse(text);
    if (sent && sent.getTime() >= earliest && sent.getTime() <= latest) return sent;
  }
  return received && received.getTime() <= now.getTime() + day ? received : now;
}

/** The topmost Received line is the last hop: the nearest to us, and the only one a sender cannot write. */
function receptionTime(headers: Headers): Date | null {
  const [line = ''] = headers.get('received') ?? [];
  const stamp = line.slice(line.lastIndexOf(';') + 1);
  return stamp === line ? null : parse(stamp);
}

function parse(text: string): Date | null {
  const plain = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const date = new Date(plain);
  return Number.isNaN(date.getTime()) ? null : date;
}
