// A real Meilisearch for tests and benchmarks: on a free port, in a folder of its own, gone with whoever started it.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '@/bin/start/free-port';
import { findSearchProgram } from '@/lib/platform/search/program';

export type StartedSearchServer = {
  url: string;
  key: string;
  pid: number | undefined;
  stop: () => Promise<void>;
};

const firstPort = 27_700;
const withinMs = 20_000;

/** @returns undefined where there is no program for this platform */
export async function startSearchServer(folder: string): Promise<StartedSearchServer | undefined> {
  const found = await findSearchProgram();
  if ('missing' in found) return undefined;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const port = await freePort('127.0.0.1', firstPort + (process.pid % 1_000));
  const key = randomBytes(16).toString('hex');
  const child = spawn(found.program, found.args(path.resolve(folder), port), {
    env: { ...process.env, ...found.env(key) },
    stdio: 'ignore',
    cwd: folder,
  });
  const endWithUs = () => void child.kill('SIGKILL');
  process.once('exit', endWithUs);
  const url = `http://127.0.0.1:${port}`;
  await untilWell(url);
  const stop = async () => {
    process.off('exit', endWithUs);
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, key, pid: child.pid, stop };
}

async function untilWell(url: string): Promise<void> {
  for (const until = Date.now() + withinMs; Date.now() < until; ) {
    const answer = await fetch(`${url}/health`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`Meilisearch does not answer at ${url}.`);
}
