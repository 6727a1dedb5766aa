// The processes of a running Raccordo: started apart from the terminal, restarted when they fall, stopped together.
import { type ChildProcess, spawn } from 'node:child_process';
import { forget, remember } from './leftovers';
import { say } from './steps';

/** `quiet`: only what goes wrong is shown. */
export type Child = {
  name: string;
  script: string;
  args: string[];
  env: Record<string, string>;
  quiet?: boolean;
};

const shortestPauseMs = 1_000;
const longestPauseMs = 30_000;
/** Whoever ran this long was well: the next fall is a first one again. */
const steadyAfterMs = 10_000;
const stopWithinMs = 8_000;

/**
 * Starts children and keeps them running.
 * Each has its own process group, so that Ctrl-C reaches only the start script, and an IPC channel, so that it ends by
 * itself when the start script is killed.
 * @param folder where process ids are remembered
 */
export function supervise(folder: string) {
  const running = new Map<string, ChildProcess>();
  let stopping = false;

  function launch(child: Child, formerFalls = 0): void {
    const begun = performance.now();
    const started = spawn(process.execPath, [...child.args, child.script], {
      env: { ...process.env, ...child.env },
      stdio: ['ignore', child.quiet ? 'ignore' : 'inherit', 'inherit', 'ipc'],
      detached: true,
    });
    running.set(child.name, started);
    if (started.pid !== undefined) remember(folder, child.name, started.pid, child.script);
    started.once('exit', (code, signal) => {
      running.delete(child.name);
      if (stopping) return;
      const falls = performance.now() - begun < steadyAfterMs ? formerFalls + 1 : 1;
      const pause = pauseAfter(falls);
      say(`! ${child.name} ended (${signal ?? code}) and is started again in ${pause / 1000} s`);
      setTimeout(() => stopping || launch(child, falls), pause);
    });
  }

  async function stop(): Promise<void> {
    stopping = true;
    await Promise.all([...running].map(([name, process]) => stopOne(folder, name, process)));
  }

  return { launch: (child: Child) => launch(child), stop, isStopping: () => stopping };
}

/** Doubles with each fall in a row: what cannot run must not keep the machine busy. @returns milliseconds */
export function pauseAfter(falls: number): number {
  return Math.min(shortestPauseMs * 2 ** (falls - 1), longestPauseMs);
}

function stopOne(folder: string, name: string, child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill('SIGKILL'), stopWithinMs);
    child.once('exit', () => {
      clearTimeout(force);
      forget(folder, name);
      resolve();
    });
    child.kill('SIGTERM');
  });
}
