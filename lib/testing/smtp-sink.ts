// A local SMTP server for tests: keeps what it accepted in memory, refuses what it was told to.
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

export type SunkMail = { readonly from: string; readonly to: string; readonly raw: string };

export type SmtpSink = {
  /** For SMTP_URL. */
  readonly url: string;
  readonly port: number;
  /** In the order they were accepted. */
  readonly mails: SunkMail[];
  /** Address → what RCPT TO is answered, such as `550 5.1.1 Nobody here`. */
  readonly refusedAddresses: Map<string, string>;
  /** What the next mails are answered after their content; first first. */
  readonly refusedMails: string[];
  /** Breaks the connection once a mail is accepted, before that is said: how many times. */
  breaks: number;
  readonly stop: () => Promise<void>;
};

/** @param port 0 takes any free one */
export async function startSmtpSink(port = 0): Promise<SmtpSink> {
  const mails: SunkMail[] = [];
  const refusedAddresses = new Map<string, string>();
  const refusedMails: string[] = [];
  const server = new SMTPServer({
    ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, logger: false },
    onRcptTo: ({ address }, _session, done) => done(said(refusedAddresses.get(address))),
    onData: (stream, session, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece: Buffer) => pieces.push(piece));
      stream.on('end', () => {
        const refusal = refusedMails.shift();
        if (refusal) return done(said(refusal));
        const { mailFrom, rcptTo } = session.envelope;
        const from = mailFrom ? mailFrom.address : '';
        mails.push({ from, to: rcptTo[0]?.address ?? '', raw: Buffer.concat(pieces).toString() });
        if (sink.breaks > 0) return breakOff(sink, server);
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const taken = (server.server.address() as AddressInfo).port;
  const sink: SmtpSink = {
    ...{ url: `smtp://127.0.0.1:${taken}`, port: taken, mails, refusedAddresses, refusedMails, breaks: 0 },
    stop: () => {
      breakAll(server);
      return new Promise((resolve) => server.close(resolve));
    },
  };
  return sink;
}

function breakOff(sink: SmtpSink, server: SMTPServer): void {
  sink.breaks -= 1;
  breakAll(server);
}

type Connected = SMTPServer & { connections: Set<{ _socket: { destroy: () => void } }> };

function breakAll(server: SMTPServer): void {
  for (const { _socket } of (server as Connected).connections) _socket.destroy();
}

function said(answer: string | undefined): Error | null {
  if (!answer) return null;
  return Object.assign(new Error(answer.slice(4)), { responseCode: Number(answer.slice(0, 3)) });
}
