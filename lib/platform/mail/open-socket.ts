// Connections without Nagle's algorithm: nodemailer writes the end of a mail on its own, which would wait there until the
// other side acknowledges the rest, 40 ms for each mail.
import net from 'node:net';

type Wanted = { host?: string; port?: number; secure?: boolean };
type Opened = (error: Error | null, opened: { connection: net.Socket } | false) => void;

/** Milliseconds. */
const timeout = 15_000;
const ports = { plain: 587, secure: 465 };

/** For nodemailer's `getSocket`. What fails here is tried again, and told, by nodemailer itself. */
export function openSocket({ host = 'localhost', port, secure }: Wanted, done: Opened): void {
  const connection = net.connect({
    host,
    port: port || (secure ? ports.secure : ports.plain),
    noDelay: true,
  });
  const fail = () => {
    connection.destroy();
    done(null, false);
  };
  connection.once('error', fail);
  connection.setTimeout(timeout, fail);
  connection.once('connect', () => {
    connection.off('error', fail).off('timeout', fail).setTimeout(0);
    connection.setKeepAlive(true);
    done(null, { connection });
  });
}
