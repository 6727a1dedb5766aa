// The process that takes mail in by SMTP: stores what comes and says so; the worker looks at it. Silent while all goes well.
import { readFileSync } from 'node:fs';
import { connect } from '@/db/client';
import { env } from '@/lib/env';
import { ownCertificate } from '@/lib/mailing/receiving/own-certificate';
import { startReceiver } from '@/lib/mailing/receiving/start-receiver';

const simultaneous = 4;

const { databaseUrl, smtpListen, smtpTls, dataDir, authservId } = env();
if (!databaseUrl) throw new Error('No database is named: set DATABASE_URL, or start with `npm start`.');
if (!smtpListen) throw new Error('The setting SMTP_LISTEN is missing: nothing says where mail comes in.');

const connection = connect(databaseUrl, simultaneous);
const receiver = await startReceiver({
  db: connection.db,
  listen: smtpListen,
  name: authservId,
  tls: smtpTls
    ? { key: readFileSync(smtpTls.keyFile, 'utf8'), cert: readFileSync(smtpTls.certFile, 'utf8') }
    : ownCertificate(dataDir, authservId),
  onTrouble: sayOnce(),
});

/** A database that is away troubles every mail: the first one is worth a line. */
function sayOnce(): (error: Error) => void {
  let last = '';
  return ({ message }) => {
    if (message !== last)
      process.stderr.write(`Mail could not be stored and was asked to come again: ${message}\n`);
    last = message;
  };
}

let isStopping = false;

/** Mails that are coming in are taken to their end, as far as they hurry. */
async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await receiver.stop();
  await connection.close();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);
