// The other side: an SMTP server in a process of its own that accepts every mail, remembers who got which and when, and
// writes each acceptance to a file before it says so. `sink.ts LOG [PORT]`; answers questions of the process that forked it.
import { appendFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';

const [log = '', port = '0'] = process.argv.slice(2);

export type SinkCount = {
  accepted: number;
  /** Milliseconds since 1970 of the first and the last acceptance since the last `forget`. */
  firstAt: number;
  lastAt: number;
  bytes: number;
  /** The first mail since then. */
  sample: string;
};

const none: SinkCount = { accepted: 0, firstAt: 0, lastAt: 0, bytes: 0, sample: '' };
let count = { ...none };

const answers: Record<string, string> = {
  EHLO: '250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n',
  HELO: '250 sink\r\n',
  MAIL: '250 OK\r\n',
  RCPT: '250 OK\r\n',
  DATA: '354 Go on\r\n',
  RSET: '250 OK\r\n',
  NOOP: '250 OK\r\n',
  QUIT: '221 Bye\r\n',
};

type Session = { left: string; receiver: string; isData: boolean };

function serve(socket: Socket): void {
  const session: Session = { left: '', receiver: '', isData: false };
  socket.setNoDelay(true).setEncoding('latin1');
  socket.on('error', () => undefined);
  socket.on('data', (piece) => {
    session.left += piece;
    const said = hear(session);
    if (said) socket.write(said);
  });
  socket.write('220 sink\r\n');
}

/** Takes whole lines and whole mails out of what has come. @returns what to answer */
function hear(session: Session): string {
  let said = '';
  for (;;) {
    const end = session.isData ? '\r\n.\r\n' : '\r\n';
    const at = session.left.indexOf(end);
    if (at < 0) return said;
    const heard = session.left.slice(0, at);
    session.left = session.left.slice(at + end.length);
    said += session.isData ? accept(session, heard) : obey(session, heard);
  }
}

function obey(session: Session, line: string): string {
  const verb = line.slice(0, 4).toUpperCase();
  if (verb === 'RCPT') session.receiver = /<(.*?)>/.exec(line)?.[1] ?? '';
  session.isData = verb === 'DATA';
  return answers[verb] ?? '502 What\r\n';
}

function accept(session: Session, raw: string): string {
  session.isData = false;
  const id = /^Message-ID: <(.*?)>/im.exec(raw)?.[1] ?? '';
  if (log) appendFileSync(log, `${id} ${session.receiver}\n`);
  const now = Date.now();
  count = {
    accepted: count.accepted + 1,
    firstAt: count.firstAt || now,
    lastAt: now,
    bytes: count.bytes + raw.length,
    sample: count.sample || raw,
  };
  return '250 Taken\r\n';
}

const server = createServer(serve);
server.listen(Number(port), '127.0.0.1', () =>
  process.send?.({ port: (server.address() as { port: number }).port }),
);
process.on('message', (asked) => {
  if (asked === 'forget') count = { ...none };
  process.send?.(count);
});
process.on('disconnect', () => process.exit(0));
