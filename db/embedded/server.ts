// The PostgreSQL that comes with the project: made once, adopted when it already runs, started otherwise.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import postgres from 'postgres';
import { type Home, prepareHome } from './home';

export type EmbeddedServer = {
  /** Connection address of a database of this server. */
  url: (database?: string) => string;
  /** True when a server of an earlier start was still running and is used. */
  adopted: boolean;
  /** Where the data really is. */
  folder: string;
  /** Whether the server answers; the start script asks and starts it again on the same port where it does not. */
  isAlive: () => Promise<boolean>;
  /** Fast shutdown: sessions are ended, nothing is lost. */
  stop: () => Promise<void>;
};

const databaseName = 'raccordo';
const startAttempts = 40;
const pauseMs = 250;
const mendWithinMs = 60_000;
/** What a server says, by SQLSTATE, that ends its sessions, starts anew or is full; or what shows that it lives and is slow. */
const passing = ['57P01', '57P02', '57P03', '53300', 'CONNECTION_CLOSED', 'ECONNRESET', 'CONNECT_TIMEOUT'];
const mending = Symbol('mending');

/**
 * Makes the server below `dataFolder` answer and returns its address.
 * @param options server settings, e.g. `{ fsync: 'off' }` for tests
 */
export async function startEmbedded(
  dataFolder: string,
  options: Record<string, string> = {},
): Promise<EmbeddedServer> {
  const home = prepareHome(dataFolder);
  if (!existsSync(path.join(home.cluster, 'PG_VERSION'))) await createCluster(home);
  const running = await runningPort(home);
  const port = running ?? (await start(home, options));
  await ensureDatabase(address(home, port, 'postgres'));
  return {
    url: (database = databaseName) => address(home, port, database),
    adopted: running !== undefined,
    folder: home.folder,
    isAlive: async () => (await runningPort(home)) !== undefined,
    stop: () => control(home, ['stop', '-m', 'fast', '-w', '-t', '60']),
  };
}

function address(home: Home, port: number, database: string): string {
  return `postgres://postgres:${home.password}@127.0.0.1:${port}/${database}`;
}

/** Made aside and renamed into place, so that a start killed half-way leaves no half cluster. */
async function createCluster(home: Home): Promise<void> {
  const aside = `${home.cluster}.new`;
  rmSync(aside, { recursive: true, force: true });
  rmSync(home.cluster, { recursive: true, force: true });
  const passwordFile = path.join(home.folder, 'postgres.initial');
  writeFileSync(passwordFile, home.password, { mode: 0o600 });
  if ('uid' in home.identity) chownSync(passwordFile, home.identity.uid, home.identity.gid);
  try {
    await run(home, 'initdb', [
      `--pgdata=${aside}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      `--pwfile=${passwordFile}`,
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--locale=C',
    ]);
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(aside, home.cluster);
}

/**
 * The port of a live server on this cluster; `postmaster.pid` alone proves nothing, so it is asked. One that mends
 * itself after the death of a session is waited for: it cannot be started beside itself.
 */
async function runningPort(home: Home): Promise<number | undefined> {
  for (const until = Date.now() + mendWithinMs; Date.now() < until; ) {
    const port = portIn(path.join(home.cluster, 'postmaster.pid'));
    if (!port) return undefined;
    const folder = await askFolder(address(home, port, 'postgres'));
    if (folder !== mending) return folder === home.cluster ? port : undefined;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return undefined;
}

/** The file comes and goes with the server. */
function portIn(place: string): number | undefined {
  try {
    return Number(readFileSync(place, 'utf8').split('\n')[3]);
  } catch {
    return undefined;
  }
}

/** @returns where the server that answers keeps its data; undefined when none answers */
async function askFolder(url: string): Promise<string | typeof mending | undefined> {
  const sql = postgres(url, { max: 1, connect_timeout: 3, onnotice: () => {} });
  try {
    const [row] = await sql<{ folder: string }[]>`select current_setting('data_directory') as folder`;
    return row?.folder;
  } catch (error) {
    return passing.includes(codeOf(error)) ? mending : undefined;
  } finally {
    await sql.end({ timeout: 1 });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** After a SIGKILL the last backends may hold the cluster for a moment, and another process may start it first. */
async function start(home: Home, options: Record<string, string>): Promise<number> {
  for (let attempt = 1; ; attempt++) {
    dropStalePid(home);
    const port = await choosePort(home, attempt);
    const settings = {
      listen_addresses: '127.0.0.1',
      unix_socket_directories: '',
      max_connections: '100',
      ...options,
    };
    const flags = Object.entries(settings).map(([key, value]) => `-c ${key}='${value}'`);
    try {
      await control(home, ['start', '-w', '-t', '60', '-l', home.log, '-o', `-p ${port} ${flags.join(' ')}`]);
      writeFileSync(home.port, String(port));
      return port;
    } catch (error) {
      const adopted = await runningPort(home);
      if (adopted !== undefined) return adopted;
      if (attempt === startAttempts)
        throw new Error(`PostgreSQL did not start: see ${home.log}`, { cause: error });
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
  }
}

/** The port of the last time where it is free, so that whoever is connected finds a restarted server again. */
async function choosePort(home: Home, attempt: number): Promise<number> {
  const last = existsSync(home.port) ? Number(readFileSync(home.port, 'utf8')) : 0;
  const wanted = attempt < startAttempts / 2 ? last : 0;
  return freePort(wanted).catch(() => freePort(0));
}

/** After a crash the pid may be another program's: PostgreSQL would then refuse to start for as long as that runs. */
function dropStalePid(home: Home): void {
  const place = path.join(home.cluster, 'postmaster.pid');
  if (process.platform !== 'linux' || !existsSync(place)) return;
  const [pid = ''] = readFileSync(place, 'utf8').split('\n');
  const program = `/proc/${pid.trim()}/cmdline`;
  if (existsSync(program) && !readFileSync(program, 'utf8').includes('postgres')) rmSync(place);
}

function freePort(wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = net.createServer();
    probe.once('error', reject);
    probe.listen(wanted, '127.0.0.1', () => {
      const { port } = probe.address() as net.AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}

async function ensureDatabase(url: string): Promise<void> {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${databaseName}`;
    if (found.length === 0) await sql.unsafe(`create database ${databaseName}`);
  } finally {
    await sql.end();
  }
}

function control(home: Home, args: string[]): Promise<void> {
  return run(home, 'pg_ctl', ['-D', home.cluster, ...args]);
}

function run(home: Home, program: string, args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Pipes would stay open in the server that pg_ctl leaves behind, so a start keeps none.
    const child = spawn(home.bin(program), args, {
      ...home.identity,
      cwd: home.folder,
      stdio: 'ignore',
      detached: true,
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`${program} ended with ${code}`)),
    );
  });
}
