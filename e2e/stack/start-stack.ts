// The whole of Raccordo for the browser journeys: own database, real build, web, worker and local post.
import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import postgres from 'postgres';
import { ensureBuild } from '@/bin/start/build';
import { supervise } from '@/bin/start/children';
import { freePort } from '@/bin/start/free-port';
import { endLeftovers } from '@/bin/start/leftovers';
import { prepareSearchServer } from '@/bin/start/search';
import { untilHealthy } from '@/bin/start/until-healthy';
import { connect, type Database } from '@/db/client';
import { startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { startCatcher } from '@/lib/platform/mail/catcher';

const firstPort = 3400;
const firstMailPort = 3525;
/** Known to the tests, so that they can make a link as the site does. */
export const secret = 'a-secret-for-browser-journeys-only-0123456789';

export type Stack = {
  url: string;
  databaseUrl: string;
  mailFolder: string;
  /** Where mail comes in by SMTP, on this machine. */
  mailPort: number;
  /** Where the process ids of web, worker and the others are remembered. */
  runFolder: string;
  /** The settings of web and worker, for code that runs beside them in the tests. */
  env: Record<string, string>;
  stop: () => Promise<void>;
};

/**
 * @param dataDir emptied of its database first: every run begins with the same nothing
 * @param fill writes what the pages will show
 */
export async function startStack(
  dataDir: string,
  fill: (db: Database, folders: { files: string; mail: string }) => Promise<void>,
): Promise<Stack> {
  const runFolder = path.join(dataDir, 'run');
  const mailFolder = path.join(dataDir, 'posta');
  const filesDir = path.resolve(dataDir, 'files');
  await endLeftovers(runFolder, '');
  rmSync(mailFolder, { recursive: true, force: true });
  const server = await startEmbedded(dataDir, { fsync: 'off', synchronous_commit: 'off' });
  const databaseUrl = await freshDatabase(server.url('postgres'), server.url());
  process.env.AUTH_SECRET = secret;
  const filling = connect(databaseUrl, 2);
  await fill(filling.db, { files: filesDir, mail: mailFolder });
  await filling.close();
  await ensureBuild(path.resolve('.data'));
  const catcher = await startCatcher(mailFolder);
  const port = await freePort('127.0.0.1', firstPort);
  const mailPort = await freePort('127.0.0.1', firstMailPort);
  const url = `http://localhost:${port}`;
  forgetIndex(dataDir);
  const search = await prepareSearchServer({ search: undefined, dataDir: path.resolve(dataDir) });
  const env = {
    NODE_ENV: 'production',
    HOST: '127.0.0.1',
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: path.resolve(dataDir),
    FILES_DIR: filesDir,
    RACCORDO_EMBEDDED_URL: databaseUrl,
    AUTH_SECRET: secret,
    SMTP_URL: catcher.url,
    SMTP_LISTEN: `127.0.0.1:${mailPort}`,
    NEXT_TELEMETRY_DISABLED: '1',
    ...search.env,
  };
  const children = supervise(runFolder);
  if (search.child) children.launch(search.child);
  children.launch({ name: 'web', script: path.resolve('bin/web.mjs'), args: [], env, quiet: true });
  children.launch({ name: 'worker', script: path.resolve('bin/worker.ts'), args: ['--import', 'tsx'], env });
  children.launch({ name: 'mail', script: path.resolve('bin/posta.ts'), args: ['--import', 'tsx'], env });
  await untilHealthy(`http://127.0.0.1:${port}`);
  const stop = async () => {
    await children.stop();
    await catcher.stop();
    await server.stop();
  };
  return { url, databaseUrl, mailFolder, mailPort, runFolder, env, stop };
}

/** What a former run left: its index holds what this database does not. */
function forgetIndex(dataDir: string): void {
  const left = readdirSync(dataDir).filter((name) => name.startsWith('meilisearch'));
  for (const name of left) rmSync(path.join(dataDir, name), { recursive: true });
}

async function freshDatabase(adminUrl: string, url: string): Promise<string> {
  const admin = postgres(adminUrl, { max: 1, onnotice: () => {} });
  await admin.unsafe('drop database if exists raccordo with (force)');
  await admin.unsafe('create database raccordo');
  await admin.end();
  await migrate(url);
  return url;
}
