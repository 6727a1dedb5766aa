// The whole start: database, tables, demonstration world, build, web and worker, and how to get in.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureDemo } from '@/bin/demo';
import { type EmbeddedServer, startEmbedded } from '@/db/embedded/server';
import { migrate } from '@/db/migrate';
import { parseSettings, type Settings, SettingsError } from '@/lib/env';
import { startCatcher } from '@/lib/platform/mail/catcher';
import { ensureBuild } from './build';
import { type Child, supervise } from './children';
import { isEmpty, printDoors } from './doors';
import { freePort } from './free-port';
import { endLeftovers, findRunning, forget, remember } from './leftovers';
import { giveUp, say, step } from './steps';

const self = 'start';
const healthWithinMs = 60_000;

/** Runs until Ctrl-C or SIGTERM. With a DATABASE_URL nothing of the demonstration world is made or shown. */
export async function start({ dev }: { dev: boolean }): Promise<void> {
  const settings = readSettings();
  const runFolder = path.join(settings.dataDir, 'run');
  const other = findRunning(runFolder, self);
  if (other !== undefined) giveUp(`Raccordo already runs here as process ${other}: stop it first.`);
  remember(runFolder, self, process.pid, 'bin/start.mjs');
  try {
    await run(settings, runFolder, dev);
  } catch (error) {
    forget(runFolder, self);
    giveUp(error instanceof Error ? error.message : String(error));
  }
}

function readSettings(): Settings {
  try {
    return parseSettings(process.env);
  } catch (error) {
    if (error instanceof SettingsError) giveUp(error.message);
    throw error;
  }
}

async function run(settings: Settings, runFolder: string, dev: boolean): Promise<void> {
  const left = await endLeftovers(runFolder, self);
  if (left.length > 0) say(`· ended what an earlier start left running: ${left.join(', ')}`);
  const children = supervise(runFolder);
  let server: EmbeddedServer | undefined;
  stopOnSignal(async () => {
    await children.stop();
    await server?.stop();
    forget(runFolder, self);
  });
  if (settings.embedded) server = await startDatabase(settings);
  const databaseUrl = server?.url() ?? settings.databaseUrl ?? '';
  await step('tables', () => migrate(databaseUrl));
  if (settings.embedded)
    await step('demonstration world', () => ensureDemo(databaseUrl, settings.filesDir), String);
  if (!dev)
    await step(
      'build',
      () => ensureBuild(settings.dataDir),
      (made) => (made ? 'new' : 'as it was'),
    );
  const running = await choosePort(settings);
  const env = await childEnvironment(running, databaseUrl, dev);
  await step('web and worker', async () => {
    for (const child of childrenToRun(env, dev)) children.launch(child);
    await untilHealthy(running);
  });
  if (settings.embedded) await printDoors(databaseUrl, env);
  else if (await isEmpty(databaseUrl)) {
    say(
      '· The database holds nobody yet: npm run -s raccordo -- person invite ADDRESS --organization SLUG --role ROLE',
    );
  }
  say(`Raccordo is ready: ${running.publicUrl}`);
}

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

/** Behind a proxy another port would be unreachable: there a busy port ends the start instead of being replaced. */
async function choosePort(settings: Settings): Promise<Settings> {
  const port = await freePort(settings.host, settings.port);
  if (port === settings.port) return settings;
  if (!settings.embedded) giveUp(`Port ${settings.port} is busy: free it or set PORT.`);
  say(`· port ${settings.port} is busy: using ${port}`);
  const publicUrl = process.env.PUBLIC_URL ? settings.publicUrl : `http://localhost:${port}`;
  return { ...settings, port, publicUrl };
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
  return [
    { name: 'web', script: path.resolve('bin/web.mjs'), args: [], env, quiet: !dev },
    { name: 'worker', script: path.resolve('bin/worker.ts'), args: [...watch, '--import', 'tsx'], env },
  ];
}

async function untilHealthy({ host, port }: Settings): Promise<void> {
  const address = `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}/api/health`;
  for (const until = Date.now() + healthWithinMs; Date.now() < until; ) {
    const answer = await fetch(address).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`The web server does not answer at ${address}.`);
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
