// The SMTP door: takes mail for the addresses it knows, stores it, and leaves everything else to the worker (MAIL.md E05).
import type { AddressInfo, Socket } from 'node:net';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server';
import type { Database } from '@/db/client';
import type { Context } from '@/lib/core/context';
import { type AuthenticationTools, checkAuthentication } from './check-authentication';
import { isRecipient } from './is-recipient';
import { isLoopback, largestMail, mostRecipients, type SmtpClient } from './model';
import { storeReceived } from './store-received';

export type Receiver = { readonly port: number; readonly stop: () => Promise<void> };

export type ReceiverSettings = {
  db: Database;
  /** Port 0 takes any free one. */
  listen: { host: string; port: number };
  /** The name it greets with. */
  name: string;
  /** PEM. */
  tls: { key: string; cert: string };
  /** Told what went wrong with the machinery; the other side hears a temporary error. */
  onTrouble: (error: Error) => void;
  authentication?: AuthenticationTools;
  /** How long one connection may last. */
  sessionMs?: number;
  /** Which addresses are not counted; this machine's, where nothing is said. */
  isCounted?: (remote: string) => boolean;
};

const mostClients = 60;
/** Of one address at once: nobody alone keeps the others out. */
const mostOfOne = 10;
/** Bytes that all connections together may hold in memory: whoever comes beyond is asked to come again. */
const mostHeld = 256 * 1024 * 1024;
const idleMs = 120_000;
/** A whole connection: one byte now and then does not hold it open. */
const sessionMs = 15 * 60_000;

type Done = (error?: Error | null) => void;

/** Resolves once it listens. @throws what the socket said, e.g. EADDRINUSE */
export async function startReceiver(settings: ReceiverSettings): Promise<Receiver> {
  const { listen, name, tls } = settings;
  const held = { bytes: 0 };
  const open: OpenSockets = { of: new Map(), surplus: new Set() };
  const isCounted = settings.isCounted ?? ((remote) => !isLoopback(remote));
  const server = new SMTPServer({
    ...{ name, banner: 'Raccordo', ...tls },
    ...{ size: largestMail, rejectOversized: true },
    ...{ authOptional: true, disabledCommands: ['AUTH'], disableReverseLookup: true, logger: false },
    ...{ maxClients: mostClients, socketTimeout: idleMs, closeTimeout: 2_000 },
    onConnect: ({ remoteAddress, remotePort }, done) =>
      done(open.surplus.has(nameOf(remoteAddress, remotePort)) ? tooMany : null),
    onRcptTo: ({ address }, session, done) =>
      answer(settings, done, judgeRecipient(settings, address, session)),
    onData: (stream, session, done) => answer(settings, done, takeIn(settings, { stream, session, held })),
  });
  server.server.on('connection', (socket) => {
    count(open, socket, isCounted);
    endInTime(socket, settings.sessionMs ?? sessionMs);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(listen.port, listen.host, resolve);
  });
  server.removeAllListeners('error');
  // A connection that breaks is the other side's affair: it comes again.
  server.on('error', () => undefined);
  return {
    port: (server.server.address() as AddressInfo).port,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Sockets that are open: how many of each address, and which of them came when there were enough of it. */
type OpenSockets = { of: Map<string, number>; surplus: Set<string> };

function count({ of, surplus }: OpenSockets, socket: Socket, isCounted: (remote: string) => boolean): void {
  const { remoteAddress: remote = '', remotePort: port = 0 } = socket;
  if (!isCounted(remote)) return;
  const before = of.get(remote) ?? 0;
  of.set(remote, before + 1);
  if (before >= mostOfOne) surplus.add(nameOf(remote, port));
  socket.once('close', () => {
    surplus.delete(nameOf(remote, port));
    const left = (of.get(remote) ?? 1) - 1;
    if (left > 0) of.set(remote, left);
    else of.delete(remote);
  });
}

function nameOf(remote: string, port: number): string {
  return `${remote.replace(/^::ffff:/i, '')} ${port}`;
}

function endInTime(socket: Socket, ms: number): void {
  const timer = setTimeout(() => socket.destroy(), ms);
  socket.once('close', () => clearTimeout(timer));
}

/** What is said to the other side: never words of ours that failed. */
class SmtpRefusal extends Error {
  constructor(
    readonly responseCode: number,
    message: string,
  ) {
    super(message);
  }
}

const tooMany = new SmtpRefusal(421, '4.7.0 Too many connections from this address');

function answer({ onTrouble }: ReceiverSettings, done: Done, work: Promise<void>): void {
  work.then(
    () => done(),
    (error: Error) => {
      if (error instanceof SmtpRefusal) return done(error);
      onTrouble(error);
      done(new SmtpRefusal(451, '4.3.0 Not possible at the moment, please try again later'));
    },
  );
}

async function judgeRecipient({ db }: ReceiverSettings, address: string, { envelope }: SMTPServerSession) {
  if (envelope.rcptTo.length >= mostRecipients) throw new SmtpRefusal(452, '4.5.3 Too many recipients');
  if (!(await isRecipient({ db }, address)))
    throw new SmtpRefusal(550, '5.1.1 There is no such mailbox here');
}

type Coming = { stream: SMTPServerDataStream; session: SMTPServerSession; held: { bytes: number } };

async function takeIn(settings: ReceiverSettings, { stream, session, held }: Coming): Promise<void> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  let isTooMuch = false;
  try {
    for await (const piece of stream as AsyncIterable<Buffer>) {
      isTooMuch ||= stream.sizeExceeded || held.bytes + piece.length > mostHeld;
      if (isTooMuch) continue;
      bytes += piece.length;
      held.bytes += piece.length;
      pieces.push(piece);
    }
    if (stream.sizeExceeded) throw new SmtpRefusal(552, `5.3.4 A mail may have ${largestMail} bytes`);
    if (isTooMuch) throw new SmtpRefusal(452, '4.3.1 Too much at once, please try again later');
    await store(settings, Buffer.concat(pieces), session);
  } finally {
    held.bytes -= bytes;
  }
}

async function store({ db, authentication }: ReceiverSettings, raw: Buffer, session: SMTPServerSession) {
  const client = clientOf(session);
  const checked = await checkAuthentication(raw, client, authentication);
  const to = session.envelope.rcptTo.map(({ address }) => address.toLowerCase());
  const ctx: Context = { db, actor: { kind: 'system', name: 'worker' }, now: new Date() };
  const envelope = { from: client.from, to, authentication: checked };
  await storeReceived(ctx, { raw, door: 'smtp', envelope, providerId: null });
}

function clientOf({ remoteAddress, hostNameAppearsAs, envelope }: SMTPServerSession): SmtpClient {
  return {
    remote: remoteAddress,
    helo: hostNameAppearsAs || '',
    from: envelope.mailFrom ? envelope.mailFrom.address.toLowerCase() : '',
  };
}
