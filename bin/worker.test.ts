import { fork } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { afterAll, expect, test, vi } from 'vitest';
import { openThread } from '@/lib/forum/writing/open-thread';
import { planCopies } from '@/lib/mailing/sending/plan-copies';
import { queueMail } from '@/lib/platform/mail/queue-mail';
import { testDatabase } from '@/lib/testing/database';
import { createWorld } from '@/lib/testing/world';
import { textToDocument } from '@/lib/text/text-to-document';

const { db, url } = await testDatabase();
const world = await createWorld(db);
const now = new Date();

/** Takes letters, and never says whether it takes a copy of a post. */
const taken: string[] = [];
const held: string[] = [];
const server = new SMTPServer({
  ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true, logger: false },
  onData: (stream, { envelope }, done) => {
    const { address: from } = envelope.mailFrom || { address: '' };
    const [{ address } = { address: '' }] = envelope.rcptTo;
    const isCopy = from.startsWith('b-');
    stream.on('end', () => {
      (isCopy ? held : taken).push(address);
      if (!isCopy) done();
    });
    stream.resume();
  },
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.server.address() as AddressInfo;
const env = {
  ...{ ...process.env, DATABASE_URL: url, SMTP_URL: `smtp://127.0.0.1:${port}`, RESEND_API_KEY: '' },
  ...{ AUTH_SECRET: 'worker'.repeat(8), PUBLIC_URL: 'https://raccordo.example', FILES_DIR: '.data/files' },
};
const worker = fork('bin/worker.ts', { env, execArgv: ['--import', 'tsx'] });

afterAll(async () => {
  worker.kill('SIGKILL');
  if (worker.exitCode === null && worker.signalCode === null) await once(worker, 'exit');
  server.close();
});

test('E68: while the copies of many threads wait for their receivers’ server, a letter leaves', async () => {
  for (let thread = 0; thread < 6; thread++) {
    const { postId } = await openThread(
      { db, actor: world.actors.matteo, now },
      { title: `Domanda ${thread}`, areas: ['operatori'], body: textToDocument('Una domanda.') },
    );
    await planCopies({ db, actor: { kind: 'system', name: 'worker' }, now }, postId);
  }
  await vi.waitFor(() => expect(held.length).toBeGreaterThanOrEqual(8), { timeout: 30_000 });
  const letter = { to: 'anna@segrate.example', subject: 'Entra', text: 'Entra.', html: '<p>Entra.</p>' };
  await queueMail(db, letter);
  await vi.waitFor(() => expect(taken).toEqual(['anna@segrate.example']), { timeout: 20_000 });
}, 60_000);
