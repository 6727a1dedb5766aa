// The whole start: database, tables, demonstration world, build, web and worker, and how to get in.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { ensureDemo } from '@/bin/demo';
import { localHost } from '@/bin/web/local-host.mjs';
import { type EmbeddedServer, startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { parseSettings, type Settings, SettingsError } from '@/lib/env';
import { startCatcher } from '@/lib/platform/mail/catcher';
import { ensureBuild } from './build';
import { type Child, supervise } from './children';
import { isEmpty, printDoors } from './doors';
import { freePort } from './free-port';
import { endLeftovers, findRunning, forget, remember } from './leftovers';
import { memorySettings } from './memory-settings';
import { prepareSearchServer, type SearchChild, untilSearchAnswers } from './search';
import { giveUp, say, step } from './steps';
import { untilHealthy } from './until-healthy';

const self = 'start';
const databaseWatchMs = 2_000;

/** Runs until Ctrl-C or SIGTERM. With a DATABASE_URL nothing of the demonstration world is made or shown. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const settings = readSettings();
  const runFolder = path.join(settings.dataDir, 'run');
  const other = findRunning(runFolder, self);
  if (other !== undefined) giveUp(`Raccordo already runs here as process ${other}: stop it first.`);
  remember(runFolder, self, process.pid, 'bin/start.mjs');
  const house: House = { children: supervise(runFolder), server: undefined };
  const shutDown = once(() => closeHouse(house, runFolder));
  stopOnSignal(shutDown);
  try {
    await run(settings, runFolder, house, dev);
  } catch (error) {
    await shutDown();
    giveUp(error instanceof Error ? error.message : String(error));
  }
}

/** What runs and must be stopped, whichever way the start ends. The server is kept as a promise: it may be starting. */
type House = { children: ReturnType<typeof supervise>; server: Promise<EmbeddedServer> | undefined };

async function closeHouse({ children, server }: House, runFolder: string): Promise<void> {
  await children.stop();
  await server?.then(
    (started) => started.stop(),
    () => undefined,
  );
  forget(runFolder, self);
}

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => {
    done ??= work();
    return done;
  };
}

function readSettings(): Settings {
  try {
    return parseSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) giveUp(error.message);
    throw error;
  }
}

async function run(settings: Settings, runFolder: string, house: House, dev: boolean): Promise<void> {
  const left = await endLeftovers(runFolder, self);
  if (left.length > 0) say(`· ended what an earlier start left running: ${left.join(', ')}`);
  if (settings.embedded) house.server = startDatabase(settings);
  const server = await house.server;
  const databaseUrl = server?.url() ?? settings.databaseUrl ?? '';
  await step('tables', () => migrate(databaseUrl));
  if (settings.embedded) {
    await step('demonstration world', () => ensureDemo(databaseUrl, settings.filesDir), String);
  }
  if (!dev) await step('build', () => ensureBuild(settings.dataDir), describeBuild);
  const search = await step(
    'search',
    () => startSearch(settings, house),
    ({ note }) => note,
  );
  const running = await chooseReceiver(await choosePort(settings));
  const env = { ...(await childEnvironment(running, databaseUrl, dev)), ...search.env };
  await step('web, worker and mail', async () => {
    for (const child of childrenToRun(env, dev)) house.children.launch(child);
    await untilHealthy(`http://${localHost(running.host)}:${running.port}`);
  });
  if (settings.embedded) watchDatabase(house, settings.dataDir);
  if (env.SMTP_LISTEN) say(`Mail comes in at ${env.SMTP_LISTEN}.`);
  if (settings.embedded) await printDoors(databaseUrl, env);
  else if (await isEmpty(databaseUrl)) {
    say('· The database holds nobody yet. First name the lead body, then invite its coordinator:');
    say('  npm run -s raccordo -- organization add SLUG --name NAME --kind commune --lead');
    say('  npm run -s raccordo -- person invite ADDRESS --organization SLUG --role coordinator');
  }
  say(`Raccordo is ready: ${running.publicUrl}`);
}

async function startSearch(settings: Settings, house: House): Promise<SearchChild> {
  const search = await prepareSearchServer(settings);
  if (search.child) house.children.launch(search.child);
  if (search.env.MEILI_URL) await untilSearchAnswers(search.env.MEILI_URL);
  return search;
}

const describeBuild = (made: boolean) => (made ? 'new' : 'as it was');

function startDatabase(settings: Settings): Promise<EmbeddedServer> {
  return step(
    'PostgreSQL',
    () => startEmbedded(settings.dataDir),
    (made) =>
      [made.adopted ? 'was running' : '', made.folder === settings.dataDir ? '' : `data in ${made.folder}`]
        .filter(Boolean)
        .join(', '),
  );
}

/** Web and worker keep their address: a fallen server comes back on the same port. */
async function watchDatabase(house: House, dataDir: string): Promise<void> {
  for (;;) {
    await pause(databaseWatchMs, undefined, { ref: false });
    const server = await house.server?.catch(() => undefined);
    const isAlive = await server?.isAlive();
    if (house.children.isStopping()) return;
    if (isAlive) continue;
    say('! PostgreSQL ended and is started again');
    house.server = startEmbedded(dataDir);
    await house.server.catch((error) => say(`! ${error.message}`));
  }
}

/** Behind a proxy another port would be unreachable: there a busy port ends the start instead of being replaced. */
async function choosePort(settings: Settings): Promise<Settings> {
  const port = await freePort(settings.host, settings.port);
  if (port === settings.port) return settings;
  if (!settings.embedded) giveUp(`Port ${settings.port} is busy: free it or set PORT.`);
  say(`· port ${settings.port} is busy: using ${port}`);
  const publicUrl = process.env.PUBLIC_URL ? settings.publicUrl : `http://localhost:${port}`;
  return { ...settings, port, publicUrl };
}

/** Any mail program can be pointed at another port; a mail server that sends to ours cannot. */
async function chooseReceiver(settings: Settings): Promise<Settings> {
  const { smtpListen: wanted, embedded } = settings;
  if (!wanted) return settings;
  const port = await freePort(wanted.host, wanted.port);
  if (port === wanted.port) return settings;
  if (!embedded) giveUp(`Port ${wanted.port} is busy: free it or set SMTP_LISTEN.`);
  say(`· port ${wanted.port} is busy: mail comes in at ${port}`);
  return { ...settings, smtpListen: { ...wanted, port } };
}

async function childEnvironment(
  settings: Settings,
  databaseUrl: string,
  dev: boolean,
): Promise<Record<string, string>> {
  const common = {
    NODE_ENV: dev ? 'development' : 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    HOST: settings.host,
    PORT: String(settings.port),
    PUBLIC_URL: settings.publicUrl,
    DATA_DIR: settings.dataDir,
    FILES_DIR: settings.filesDir,
    ...(settings.smtpListen && { SMTP_LISTEN: writtenOut(settings.smtpListen) }),
  };
  if (!settings.embedded) return common;
  const catcher = await startCatcher(path.join(settings.dataDir, 'posta'));
  return {
    ...common,
    RACCORDO_EMBEDDED_URL: databaseUrl,
    AUTH_SECRET: process.env.AUTH_SECRET || ownSecret(settings.dataDir),
    SMTP_URL: process.env.SMTP_URL || catcher.url,
  };
}

function writtenOut({ host, port }: { host: string; port: number }): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}

/** Made once per data folder, so that sessions and links outlive a restart and nobody else knows it. */
function ownSecret(dataDir: string): string {
  const place = path.join(dataDir, 'secret');
  if (!existsSync(place)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(`${place}.new`, randomBytes(32).toString('hex'), { mode: 0o600 });
    renameSync(`${place}.new`, place);
  }
  return readFileSync(place, 'utf8').trim();
}

function childrenToRun(env: Record<string, string>, dev: boolean): Child[] {
  const watch = dev ? ['--watch'] : [];
  const args = [...watch, '--import', 'tsx'];
  return [
    {
      ...{ name: 'web', script: path.resolve('bin/web.mjs'), args: [], quiet: !dev },
      env: { ...env, ...memorySettings },
    },
    { name: 'worker', script: path.resolve('bin/worker.ts'), args, env },
    ...(env.SMTP_LISTEN ? [{ name: 'mail', script: path.resolve('bin/posta.ts'), args, env }] : []),
  ];
}

function stopOnSignal(stop: () => Promise<void>): void {
  let asked = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      if (asked) return;
      asked = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}
