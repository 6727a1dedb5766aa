// The embedded start's mail server: takes every mail on this machine and keeps it in a folder instead of sending it.
import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { SMTPServer, type SMTPServerDataStream } from 'smtp-server';

export type Catcher = {
  /** For SMTP_URL. */
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
};

const host = '127.0.0.1';
const largest = 30 * 1024 * 1024;

/**
 * Speaks plain SMTP on the loopback address only: no certificate, no names, no passwords.
 * @param port 0 takes any free one
 */
export async function startCatcher(folder: string, port = 0): Promise<Catcher> {
  await mkdir(folder, { recursive: true });
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    hideSTARTTLS: true,
    disableReverseLookup: true,
    size: largest,
    logger: false,
    onAuth: (auth, _session, done) => done(null, { user: auth.username ?? '' }),
    onData: (stream, _session, done) => {
      keep(folder, stream).then(() => done(), done);
    },
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  const taken = (server.server.address() as AddressInfo).port;
  return {
    url: `smtp://${host}:${taken}`,
    port: taken,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Written aside and renamed: whoever reads the folder sees whole mails only. */
async function keep(folder: string, stream: SMTPServerDataStream): Promise<void> {
  const pieces: Buffer[] = [];
  for await (const piece of stream) pieces.push(piece as Buffer);
  const time = new Date().toISOString().replaceAll(/[-:.]/g, '');
  const name = `${time}-${randomUUID().slice(0, 8)}.eml`;
  const aside = path.join(folder, `.${name}`);
  await writeFile(aside, Buffer.concat(pieces));
  await rename(aside, path.join(folder, name));
}
