// A Raccordo of its own in a temporary folder, started as anybody starts it, and the deaths of its processes.
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { freePort } from '@/bin/start/free-port';
import { type Connection, connect } from '@/db/client';
import { startEmbedded } from '@/db/embedded/server';
import { ask } from './ask';

const firstPort = 3700;
const ready = /Raccordo is ready: (\S+)/;

export const victims = ['web', 'worker', 'PostgreSQL', 'a session of PostgreSQL'] as const;
export type Victim = (typeof victims)[number];

export type House = Connection & {
  url: string;
  /** What `npm start` said so far. */
  lines: string[];
  kill: (victim: Victim) => Promise<void>;
  /** The process that stands there now. */
  pidOf: (victim: Victim) => Promise<number>;
  /** What lives and what answers, for whoever must find out why nothing goes on. */
  describe: () => Promise<string>;
  /** Runs the command line on this house. @returns its exit code and what it printed */
  command: (...args: string[]) => Promise<{ code: number; said: string }>;
  stop: () => Promise<void>;
};

/** Starts `npm start`, production build and demonstration world included. */
export async function startHouse(): Promise<House> {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'raccordo-kills-'));
  // PostgreSQL may run as another user, and must get there.
  chmodSync(dataDir, 0o755);
  const env = { ...process.env, DATA_DIR: dataDir, PORT: String(await freePort('127.0.0.1', firstPort)) };
  for (const name of ['DATABASE_URL', 'RACCORDO_EMBEDDED_URL', 'PUBLIC_URL'])
    Reflect.deleteProperty(env, name);
  const lines: string[] = [];
  const start = spawn(process.execPath, ['bin/start.mjs'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const url = await untilReady(start, lines);
  const server = await startEmbedded(dataDir);
  const connection = connect(server.url(), 2);
  const pidOf = async (victim: Victim) => {
    if (victim === 'web' || victim === 'worker') return rememberedPid(dataDir, victim);
    if (victim === 'PostgreSQL') return firstNumber(path.join(server.folder, 'postgres', 'postmaster.pid'));
    return sessionPid(connection);
  };
  return {
    ...connection,
    ...{ url, lines, pidOf },
    kill: async (victim) => void process.kill(await pidOf(victim), 'SIGKILL'),
    describe: () => describe(connection, url, pidOf),
    command: (...args) => run(env, ['--import', 'tsx', 'bin/raccordo.ts', ...args]),
    stop: async () => {
      await connection.close();
      await end(start);
      for (const folder of [dataDir, server.folder]) rmSync(folder, { recursive: true, force: true });
    },
  };
}

function untilReady(start: ChildProcess, lines: string[]): Promise<string> {
  return new Promise((resolve, reject) => {
    const hear = (piece: Buffer) => {
      lines.push(...String(piece).trimEnd().split('\n'));
      const url = ready.exec(String(piece))?.[1];
      if (url) resolve(url);
    };
    start.stdout?.on('data', hear);
    start.stderr?.on('data', hear);
    start.once('exit', (code, signal) => {
      lines.push(`npm start ended with ${signal ?? code}`);
      reject(new Error(lines.join('\n')));
    });
  });
}

function rememberedPid(dataDir: string, name: string): number {
  return JSON.parse(readFileSync(path.join(dataDir, 'run', `${name}.json`), 'utf8')).pid;
}

function firstNumber(file: string): number {
  return Number(readFileSync(file, 'utf8').split('\n')[0]);
}

/** One of those that serve web and worker, rather one at work. */
async function sessionPid({ sql }: Connection): Promise<number> {
  const [session] = await sql<{ pid: number }[]>`select pid from pg_stat_activity
    where application_name = 'raccordo' and pid <> pg_backend_pid() order by state = 'idle', random() limit 1`;
  if (!session) throw new Error('Nobody is connected.');
  return session.pid;
}

async function describe(
  { sql }: Connection,
  url: string,
  pidOf: (victim: Victim) => Promise<number>,
): Promise<string> {
  const lives = async (victim: Victim) =>
    `${victim} ${process.kill(await pidOf(victim), 0) ? 'lives' : 'is dead'}`;
  const tell = (work: Promise<unknown>) => work.then(String, (error) => `(${error.message})`);
  const sessions = sql`select json_agg(json_build_array(application_name, state, wait_event_type, wait_event,
    extract(epoch from now() - state_change)::int, pg_blocking_pids(pid), left(query, 80)))::text as told
    from pg_stat_activity where datname = current_database() and state <> 'idle'`;
  const lines = await Promise.all([
    ...victims.slice(0, 3).map((victim) => tell(lives(victim))),
    tell(ask(`${url}/api/health`, { headers: {} }).then(({ status, text }) => `${status} ${text}`)),
    tell(sessions.then(([row]) => row?.told)),
  ]);
  return lines.join('\n');
}

function run(env: NodeJS.ProcessEnv, args: string[]): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (piece) => {
      said += piece;
    });
    child.once('close', (code) => resolve({ code: code ?? 1, said: said.trim() }));
  });
}

function end(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
